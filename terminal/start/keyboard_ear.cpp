#include "terminal/start/keyboard_ear.hpp"

namespace guitai::start {
namespace {

WedgeStroke to_wedge(const ui::Stroke& stroke)
{
    WedgeStroke told{.kind = WedgeStroke::Kind::other, .character = 0, .other = 0, .at_ms = stroke.at_ms};
    if (stroke.typed != 0) {
        told.kind = WedgeStroke::Kind::character;
        told.character = stroke.typed;
    } else if (stroke.key == ui::Key::enter) {
        told.kind = WedgeStroke::Kind::enter;
    } else if (stroke.key == ui::Key::tab) {
        told.kind = WedgeStroke::Kind::tab;
    } else {
        told.other = static_cast<int>(stroke.key);
    }
    return told;
}

ui::Stroke from_wedge(const WedgeStroke& told)
{
    ui::Stroke stroke;
    stroke.at_ms = told.at_ms;
    switch (told.kind) {
    case WedgeStroke::Kind::character: stroke.typed = told.character; break;
    case WedgeStroke::Kind::enter: stroke.key = ui::Key::enter; break;
    case WedgeStroke::Kind::tab: stroke.key = ui::Key::tab; break;
    case WedgeStroke::Kind::other: stroke.key = static_cast<ui::Key>(told.other); break;
    }
    return stroke;
}

} // namespace

std::vector<std::string> KeyboardEar::take_scans()
{
    std::vector<std::string> scans{m_wedge.take_scans()};
    scans.insert(scans.end(), m_heard.begin(), m_heard.end());
    m_heard.clear();
    return scans;
}

ui::InputHooks KeyboardEar::hooks()
{
    return {.on_stroke = [this](const ui::Stroke& stroke) { return m_wedge.take(to_wedge(stroke)); },
            .give_back =
                [this](std::int64_t at_ms) {
                    std::vector<ui::Stroke> strokes;
                    for (const WedgeStroke& told : m_wedge.give_back(at_ms)) strokes.push_back(from_wedge(told));
                    return strokes;
                },
            .held_for_ms = [this](std::int64_t at_ms) { return m_wedge.held_for_ms(at_ms); }};
}

} // namespace guitai::start
