#include "terminal/ui/window.hpp"

#include "terminal/ui/font_shelf.hpp"
#include "terminal/ui/glass.hpp"
#include "terminal/ui/photo_files.hpp"

#include <algorithm>
#include <atomic>
#include <fstream>
#include <iterator>

namespace guitai::ui {
namespace {

// After a long sleep the next frame must not jump.
constexpr float elapsed_s_max{0.1F};
constexpr float elapsed_s_min{0.0005F};

std::string whole_file(const std::filesystem::path& file)
{
    std::ifstream in{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

} // namespace

class Window::Parts {
public:
    Parts(const WindowOptions& options, Words& words, const Clock& clock, InputHooks hooks)
        : m_clock{clock},
          m_hooks{std::move(hooks)},
          m_shelf{{},
                  words.all_text() + options.shown_text,
                  whole_file(options.assets / "words/common_hanzi.txt"),
                  [this] { wake(); }},
          m_glass{{.title = options.title,
                   .width = options.width,
                   .height = options.height,
                   .monitor = options.fullscreen ? 1 : 0,
                   .planned = [this](ImVec2 size) { m_shelf.begin_first(scale_for(size, TextSize::normal)); }}},
          m_stage{m_shelf.fonts(), words}
    {
        m_glass.start_drawing();
        m_glass.warm_up(); // While type is being made.
        m_stage.use(m_shelf.take_first(scale_for(m_glass.size_px(), TextSize::normal)));
        m_glass.upload(m_shelf.atlas());
        if (!options.photos.empty()) {
            m_photos = std::make_unique<PhotoFiles>(
                options.photos, m_glass.textures(), [this] { wake(); }, options.pictures);
            m_stage.ui().photos = m_photos.get();
        }
    }

    ~Parts()
    {
        m_photos.reset();
        m_shelf.stop();
        m_glass.stop_drawing();
    }
    Parts(const Parts&) = delete;
    Parts& operator=(const Parts&) = delete;

    void turn(const Draw& draw, const std::function<bool()>& act)
    {
        const bool wants_picture{wait()};
        hand_back_strokes();
        take_ready_things();
        if (m_queue.empty() && !wants_picture && !m_again) {
            m_again = act();
            return;
        }
        deal_out(m_queue, {.frame = [&](const FrameInput& input) { frame(draw, act, input); },
                           .unsettled = [this] { return m_stage.unsettled(); }});
        m_glass.show(*m_stage.render());
        m_drawn_at_ms = m_glass.now_ms();
        m_shelf.want(m_stage.ui().canvas.take_missing());
        m_shelf.begin_wanted();
    }

    void wake()
    {
        m_woken = true;
        m_glass.wake();
    }

    void choose(const Look& look)
    {
        if (look == m_stage.look()) return;
        m_stage.choose(look);
        m_again = true;
    }

    void picture_arrived(const std::string& address)
    {
        if (m_photos != nullptr) m_photos->arrived(address);
    }

    Glass& glass() { return m_glass; }
    Stage& stage() { return m_stage; }
    InputQueue& queue() { return m_queue; }

private:
    // Sleeps; true if a new picture is wanted whatever the input says.
    bool wait()
    {
        if (m_stage.wants_frame() || !m_queue.empty() || m_again || m_woken) {
            m_glass.poll();
        } else {
            std::int64_t longest{m_stage.ui().wake_ms};
            if (longest != Ui::wake_never)
                longest = std::max<std::int64_t>(longest - (m_glass.now_ms() - m_drawn_at_ms), 0);
            const std::int64_t held{m_hooks.held_for_ms ? m_hooks.held_for_ms(m_glass.now_ms()) : -1};
            if (held >= 0) longest = longest == Ui::wake_never ? held : std::min(longest, held);
            m_glass.sleep(longest);
        }
        collect();
        const bool timed{m_stage.ui().wake_ms != Ui::wake_never &&
                         m_glass.now_ms() - m_drawn_at_ms >= m_stage.ui().wake_ms};
        return m_stage.wants_frame() || m_woken.exchange(false) || m_glass.take_damaged() || timed;
    }

    void collect()
    {
        const ImVec2 size{m_glass.size_px()};
        m_shelf.choose_scale(scale_for(size, m_stage.look().text_size));
        const float scale{m_shelf.scale()};
        for (const GlassEvent& event : m_glass.take_events()) {
            const ImVec2 at{event.at.x / scale, event.at.y / scale};
            switch (event.what) {
            case GlassEvent::What::moved: m_queue.move(at); break;
            case GlassEvent::What::pressed: m_queue.press(at); break;
            case GlassEvent::What::lifted: m_queue.lift(at); break;
            case GlassEvent::What::wheeled: m_queue.wheel(event.notches); break;
            case GlassEvent::What::stroke: take_stroke(event.stroke); break;
            }
        }
        if (!m_hooks.strayed) return;
        for (const Stroke& stroke : m_hooks.strayed()) take_stroke(stroke);
    }

    void take_stroke(const Stroke& stroke)
    {
        if (!m_hooks.on_stroke || !m_hooks.on_stroke(stroke)) deliver(stroke);
    }

    void deliver(const Stroke& stroke)
    {
        if (stroke.key != Key::none) m_queue.key(stroke.key);
        if (stroke.typed != 0) m_queue.type(stroke.typed);
    }

    void hand_back_strokes()
    {
        if (!m_hooks.give_back) return;
        for (const Stroke& stroke : m_hooks.give_back(m_glass.now_ms())) deliver(stroke);
    }

    void take_ready_things()
    {
        if (m_photos != nullptr) m_photos->take_read(m_glass.now_ms());
        if (m_drawn_at_ms > 0) m_shelf.begin_wanted(); // The first picture has the processors for itself.
        if (!m_shelf.take_ready()) return;
        m_stage.use(m_shelf.atlas());
        m_glass.upload(m_shelf.atlas());
        m_again = true;
    }

    void frame(const Draw& draw, const std::function<bool()>& act, const FrameInput& input)
    {
        const std::int64_t now_us{m_glass.now_us()};
        const float elapsed_s{
            std::clamp(static_cast<float>(now_us - m_frame_at_us) / 1e6F, elapsed_s_min, elapsed_s_max)};
        m_frame_at_us = now_us;
        const float scale{m_shelf.scale()};
        const ImVec2 size{m_glass.size_px()};
        m_stage.frame({size.x / scale, size.y / scale}, scale, {elapsed_s, m_clock.now_ms()}, input, draw);
        m_again = act();
    }

    const Clock& m_clock;
    InputHooks m_hooks;
    FontShelf m_shelf; // Before the glass: type is drawn while the window is made.
    Glass m_glass;
    Stage m_stage;
    InputQueue m_queue;
    std::unique_ptr<PhotoFiles> m_photos;
    std::atomic<bool> m_woken{true};
    bool m_again{true};
    std::int64_t m_frame_at_us{0}, m_drawn_at_ms{0};
};

Window::Window(const WindowOptions& options, Words& words, const Clock& clock, InputHooks hooks)
    : m_parts{std::make_unique<Parts>(options, words, clock, std::move(hooks))}
{
}

Window::~Window() = default;

bool Window::open() const
{
    return m_parts->glass().open();
}

void Window::close()
{
    m_parts->glass().close();
}

void Window::turn(const Draw& draw, const std::function<bool()>& act)
{
    m_parts->turn(draw, act);
}

void Window::wake()
{
    m_parts->wake();
}

void Window::choose(const Look& look)
{
    m_parts->choose(look);
}

const Look& Window::look() const
{
    return m_parts->stage().look();
}

const Ui& Window::ui() const
{
    return m_parts->stage().ui();
}

InputQueue& Window::input()
{
    return m_parts->queue();
}

bool Window::moving() const
{
    return m_parts->stage().wants_frame();
}

void Window::picture_arrived(const std::string& address)
{
    m_parts->picture_arrived(address);
}

void Window::save_picture(const std::filesystem::path& file)
{
    write_picture(m_parts->glass().picture(), file);
}

} // namespace guitai::ui
