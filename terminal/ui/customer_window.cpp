#include "terminal/ui/customer_window.hpp"

#include "terminal/ui/font_shelf.hpp"
#include "terminal/ui/glass.hpp"
#include "terminal/ui/photo_files.hpp"
#include "terminal/ui/picture_file.hpp"

#include <atomic>
#include <utility>

namespace guitai::ui {
namespace {

constexpr int clerks_monitor{1};

GlassPlan plan_of(const WindowOptions& options, int monitor)
{
    return {.title = options.title,
            .width = options.width,
            .height = options.height,
            .monitor = monitor > clerks_monitor ? monitor : 0,
            .role = GlassRole::customer};
}

} // namespace

class CustomerWindow::Parts {
public:
    Parts(const WindowOptions& options, int monitor, Words& words, const Clock& clock,
          const std::function<void()>& wake)
        : m_clock{clock},
          m_wake{wake},
          m_glass{plan_of(options, monitor)},
          m_shelf{{}, words.all_text() + options.shown_text, {}, wake},
          m_stage{m_shelf.fonts(), words}
    {
        m_glass.start_drawing();
        m_stage.use(m_shelf.take_first(scale_for(m_glass.size_px(), TextSize::normal)));
        m_glass.upload(m_shelf.atlas());
        if (options.photos.empty()) return;
        const auto came = [this, wake] {
            m_photo_came = true;
            wake();
        };
        m_photos = std::make_unique<PhotoFiles>(options.photos, m_glass.textures(), came, options.pictures);
        m_stage.ui().photos = m_photos.get();
    }
    ~Parts()
    {
        m_photos.reset();
        m_glass.stop_drawing();
    }
    Parts(const Parts&) = delete;
    Parts& operator=(const Parts&) = delete;

    void outdate() { m_old = true; }
    void picture_arrived(const std::string& address)
    {
        if (m_photos != nullptr) m_photos->arrived(address);
    }

    void refresh(const Draw& draw)
    {
        const ImVec2 size{m_glass.size_px()};
        m_shelf.choose_scale(scale_for(size, TextSize::normal));
        m_shelf.begin_wanted();
        if (m_shelf.take_ready()) {
            m_stage.use(m_shelf.atlas());
            m_glass.upload(m_shelf.atlas());
            m_old = true;
        }
        if (m_photo_came.exchange(false)) {
            m_photos->take_read(m_glass.now_ms());
            m_old = true;
        }
        if (m_glass.take_damaged()) m_old = true;
        if (!std::exchange(m_old, false) && m_queue.empty() && !m_stage.wants_frame()) return;
        const auto frame = [&](const FrameInput& input) {
            const float scale{m_shelf.scale()};
            m_stage.frame({size.x / scale, size.y / scale}, scale, {.now_ms = m_clock.now_ms()}, input, draw);
        };
        deal_out(m_queue, {.frame = frame, .unsettled = [this] { return m_stage.unsettled(); }});
        m_glass.show(*m_stage.render());
        m_shelf.want(m_stage.ui().canvas.take_missing());
        m_shelf.begin_wanted();
        if (m_stage.wants_frame()) m_wake(); // A face that was pressed comes to rest.
    }

    std::vector<Stroke> take_strokes()
    {
        const float scale{m_shelf.scale()};
        std::vector<Stroke> strokes;
        for (const GlassEvent& event : m_glass.take_events()) {
            const ImVec2 at{event.at.x / scale, event.at.y / scale};
            switch (event.what) {
            case GlassEvent::What::moved: m_queue.move(at); break;
            case GlassEvent::What::pressed: m_queue.press(at); break;
            case GlassEvent::What::lifted: m_queue.lift(at); break;
            case GlassEvent::What::wheeled: break; // Nothing here is longer than the glass.
            case GlassEvent::What::stroke: strokes.push_back(event.stroke); break;
            }
        }
        return strokes;
    }

    Glass& glass() { return m_glass; }
    Stage& stage() { return m_stage; }
    InputQueue& queue() { return m_queue; }

private:
    const Clock& m_clock;
    std::function<void()> m_wake;
    Glass m_glass;
    FontShelf m_shelf;
    Stage m_stage;
    InputQueue m_queue;
    std::atomic<bool> m_photo_came{false};
    std::unique_ptr<PhotoFiles> m_photos;
    bool m_old{true};
};

CustomerWindow::CustomerWindow(const WindowOptions& options, int monitor, Words& words, const Clock& clock,
                               std::function<void()> wake)
    : m_parts{std::make_unique<Parts>(options, monitor, words, clock, wake)}
{
}

CustomerWindow::~CustomerWindow() = default;

void CustomerWindow::outdate()
{
    m_parts->outdate();
}

void CustomerWindow::picture_arrived(const std::string& address)
{
    m_parts->picture_arrived(address);
}

void CustomerWindow::refresh(const Draw& draw)
{
    m_parts->refresh(draw);
}

std::vector<Stroke> CustomerWindow::take_strokes()
{
    return m_parts->take_strokes();
}

void CustomerWindow::save_picture(const std::filesystem::path& file)
{
    write_picture(m_parts->glass().picture(), file);
}

InputQueue& CustomerWindow::input()
{
    return m_parts->queue();
}

const Ui& CustomerWindow::ui() const
{
    return m_parts->stage().ui();
}

} // namespace guitai::ui
