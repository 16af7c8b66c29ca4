#include "terminal/ui/font_shelf.hpp"

#include "terminal/ui/keys.hpp"

#include <chrono>

namespace guitai::ui {

FontShelf::FontShelf(FontFiles files, float scale, std::string text, std::string common, std::function<void()> woken)
    : m_files{std::move(files)}, m_text{std::move(text)}, m_common{std::move(common)}, m_woken{std::move(woken)},
      m_wanted_scale{scale}, m_wanted{!m_common.empty()}
{
    put(make(m_files, m_text, m_text, scale));
}

FontShelf::Made FontShelf::make(const FontFiles& files, const std::string& reading, const std::string& display,
                                float scale)
{
    Made made{std::make_unique<ImFontAtlas>(), {}, scale};
    made.fonts = load_fonts(*made.atlas, files, {hanzi_ranges(reading), hanzi_ranges(display)}, scale);
    return made;
}

void FontShelf::put(Made made)
{
    m_atlas = std::move(made.atlas);
    m_fonts = made.fonts;
    m_scale = made.scale;
}

void FontShelf::want(const std::set<ImWchar>& characters)
{
    for (const ImWchar character : characters) {
        // What no font holds would otherwise be asked for in every frame.
        if (!m_asked.insert(character).second) continue;
        m_text += utf8(character);
        m_wanted = true;
    }
}

void FontShelf::choose_scale(float scale)
{
    if (scale == m_wanted_scale) return;
    m_wanted_scale = scale;
    m_wanted = true;
}

void FontShelf::begin_wanted()
{
    if (!m_wanted || m_making.valid()) return;
    m_wanted = false;
    // ImGui counts allocations of its context without a lock; nobody reads that count.
    std::packaged_task<Made()> task{[files = m_files, text = m_text, common = m_common, scale = m_wanted_scale] {
        return make(files, text + common, text, scale);
    }};
    m_making = task.get_future();
    // Told after it is ready: whoever wakes looks at once, and only once.
    m_maker = std::jthread{[work = std::move(task), woken = m_woken]() mutable {
        work();
        if (woken) woken();
    }};
}

bool FontShelf::take_ready()
{
    using namespace std::chrono_literals;
    if (!m_making.valid() || m_making.wait_for(0s) != std::future_status::ready) return false;
    put(m_making.get());
    return true;
}

bool FontShelf::wait_ready()
{
    begin_wanted();
    if (!m_making.valid()) return false;
    put(m_making.get());
    return true;
}

} // namespace guitai::ui
