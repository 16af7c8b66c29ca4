#include "terminal/ui/font_shelf.hpp"

#include "terminal/ui/keys.hpp"

#include <chrono>

namespace guitai::ui {

FontShelf::FontShelf(FontFiles files, std::string text, std::string common, std::function<void()> woken)
    : m_files{std::move(files)}, m_text{std::move(text)}, m_common{std::move(common)}, m_woken{std::move(woken)},
      m_wanted{!m_common.empty()}
{
}

FontShelf::Make FontShelf::maker(Extent extent, float scale) const
{
    const bool whole{extent == Extent::whole};
    return [files = m_files, text = m_text, reading = whole ? m_text + m_common : m_text, whole, scale] {
        Made made{std::make_unique<ImFontAtlas>(), {}, scale};
        const Characters characters{latin_ranges(text, whole), hanzi_ranges(reading), hanzi_ranges(text)};
        made.fonts = load_fonts(*made.atlas, files, characters, scale);
        return made;
    };
}

void FontShelf::begin(const Make& make, std::function<void()> woken)
{
    // ImGui counts allocations of its context without a lock; nobody reads that count.
    std::packaged_task<Made()> task{make};
    m_making = task.get_future();
    // Told after it is ready: whoever wakes looks at once, and only once.
    m_maker = std::jthread{[work = std::move(task), woken = std::move(woken)]() mutable {
        work();
        if (woken) woken();
    }};
}

void FontShelf::begin_first(float scale) { begin(maker(Extent::first, scale), {}); }

ImFontAtlas& FontShelf::take_first(float scale)
{
    if (m_making.valid()) put(m_making.get());
    if (m_scale != scale) put(maker(Extent::first, scale)());
    m_wanted_scale = scale;
    return *m_atlas;
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
    begin(maker(Extent::whole, m_wanted_scale), m_woken);
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
