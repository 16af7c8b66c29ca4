#include "terminal/ui/widgets/canvas.hpp"

#include "terminal/ui/text_entry.hpp"

#include <algorithm>
#include <cmath>

namespace guitai::ui {
namespace {

struct Depth {
    float spread{0.0F}, drop{0.0F}, alpha{0.0F};
};

constexpr Depth depth(Elevation elevation)
{
    switch (elevation) {
    case Elevation::card: return {8.0F, 2.0F, 0.10F};
    case Elevation::floating: return {20.0F, 6.0F, 0.16F};
    case Elevation::sheet: return {44.0F, 16.0F, 0.28F};
    case Elevation::flat: break;
    }
    return {};
}

// Text from outside may hold anything: a stray byte still counts as one step.
std::size_t step(std::string_view text)
{
    return std::max<std::size_t>(character_bytes(text), 1);
}

// How many bytes of `words` go on a line of `room` px. Breaks between any two hanzi or at spaces.
std::size_t line_end(const Canvas& canvas, Type type, std::string_view words, float room)
{
    std::size_t end{0};
    std::size_t breakable{0};
    float used{0.0F};
    while (end < words.size()) {
        if (words[end] == '\n') return end;
        const std::size_t length{step(words.substr(end))};
        const float next{canvas.width(type, words.substr(end, length))};
        if (used + next > room && end > 0) break;
        used += next;
        end += length;
        // A hanzi may end a line; a Latin word may not be broken inside.
        if (length == 3 || words[end - 1] == ' ') breakable = end;
    }
    const bool inside_word{end < words.size() && static_cast<unsigned char>(words[end]) < 0x80U};
    return inside_word && breakable > 0 ? breakable : end;
}

std::string_view without_break(std::string_view words)
{
    while (!words.empty() && (words.front() == '\n' || words.front() == ' ')) words.remove_prefix(1);
    return words;
}

} // namespace

ImU32 faded(ImU32 colour, float alpha)
{
    const auto a = static_cast<ImU32>(static_cast<float>(colour >> 24U) * std::clamp(alpha, 0.0F, 1.0F));
    return (colour & 0x00FFFFFFU) | (a << 24U);
}

ImU32 mixed(ImU32 a, ImU32 b, float t)
{
    ImU32 out{0};
    for (unsigned shift{0}; shift < 32U; shift += 8U) {
        const auto from = static_cast<float>((a >> shift) & 0xFFU);
        const auto to = static_cast<float>((b >> shift) & 0xFFU);
        out |= static_cast<ImU32>(from + (to - from) * t + 0.5F) << shift;
    }
    return out;
}

int paragraph_lines(const Canvas& canvas, Type type, std::string_view words, float width)
{
    int lines{0};
    while (!words.empty()) {
        words = without_break(words.substr(line_end(canvas, type, words, width)));
        ++lines;
    }
    return lines;
}

float Canvas::width(Type type, std::string_view text) const
{
    // An empty view has a null pointer, which ImGui would hand to strlen.
    if (text.empty()) return 0.0F;
    const Face& face{fonts()[type]};
    return face.font->CalcTextSizeA(face.size, FLT_MAX, 0.0F, text.data(), text.data() + text.size()).x;
}

std::string Canvas::fitted(Type type, std::string_view text, float room) const
{
    if (width(type, text) <= room + 1.0F) return std::string{text};
    room -= width(type, "…");
    std::size_t end{0};
    float used{0.0F};
    while (end < text.size()) {
        const std::size_t length{step(text.substr(end))};
        used += width(type, text.substr(end, length));
        if (used > room) break;
        end += length;
    }
    while (end > 0 && text[end - 1] == ' ') --end;
    return std::string{text.substr(0, end)} + "…";
}

float Canvas::text(const Rect& box, Type type, ImU32 colour, std::string_view text, Align align)
{
    if (text.empty()) return 0.0F;
    if (m_heard != nullptr) m_heard->emplace_back(text);
    const Face& face{fonts()[type]};
    note_missing(face, text);
    std::string cut;
    float wide{width(type, text)};
    if (wide > box.w + 1.0F) {
        if (m_cut.size() < cut_max) m_cut.emplace(text);
        cut = fitted(type, text, box.w);
        text = cut;
        wide = width(type, text);
    }
    float x{box.x};
    if (align == Align::centre) x += (box.w - wide) / 2.0F;
    if (align == Align::right) x += box.w - wide;
    // Capitals, figures and hanzi all have their middle about 0.37 em above the baseline.
    const float y{box.mid_y() + 0.37F * face.em - face.ascent};
    m_list->AddText(face.font, face.size, {std::round(x), std::round(y)}, colour, text.data(),
                    text.data() + text.size());
    return wide;
}

float Canvas::paragraph(const Rect& box, Type type, ImU32 colour, std::string_view words, int lines)
{
    const float pitch{std::round(fonts()[type].em * 1.45F)};
    int line{0};
    while (!words.empty() && line < lines) {
        const std::size_t end{line == lines - 1 ? words.size() : line_end(*this, type, words, box.w)};
        text({box.x, box.y + pitch * static_cast<float>(line), box.w, pitch}, type, colour, words.substr(0, end));
        words = without_break(words.substr(end));
        ++line;
    }
    return pitch * static_cast<float>(line);
}

void Canvas::icon(ImVec2 middle, const char* icon, ImU32 colour, float size)
{
    const Face& face{fonts()[size > 30.0F ? Type::icon_large : size > 20.0F ? Type::icon : Type::icon_small]};
    m_list->AddText(face.font, size, {std::round(middle.x - size / 2.0F), std::round(middle.y - size / 2.0F)}, colour,
                    icon);
}

void Canvas::fill(const Rect& box, ImU32 colour, float radius)
{
    m_list->AddRectFilled(box.low(), box.high(), colour, radius);
}

void Canvas::stroke(const Rect& box, ImU32 colour, float radius, float thickness)
{
    // ImGui centres a stroke on the edge; half inside keeps it within the box.
    const Rect in{box.inset((thickness - 1.0F) / 2.0F)};
    m_list->AddRect(in.low(), in.high(), colour, radius, 0, thickness);
}

void Canvas::rule(float x0, float x1, float y, ImU32 colour)
{
    m_list->AddRectFilled({x0, std::round(y)}, {x1, std::round(y) + 1.0F}, colour);
}

void Canvas::shadow(const Rect& box, float radius, Elevation elevation)
{
    const Depth d{depth(elevation)};
    if (d.alpha <= 0.0F) return;
    const ImU32 tint{faded(colour().shadow, d.alpha * colour().shadow_strength)};
    const Rect out{Rect{box.x, box.y + d.drop, box.w, box.h}.inset(-d.spread)};
    const float corner{std::min({d.spread * 2.0F + radius * 0.4F, out.w / 2.0F, out.h / 2.0F})};
    const std::array<float, 4> xs{out.x, out.x + corner, out.right() - corner, out.right()};
    const std::array<float, 4> ys{out.y, out.y + corner, out.bottom() - corner, out.bottom()};
    const ImVec2 a{fonts().shadow_low};
    const ImVec2 b{fonts().shadow_high};
    const std::array<float, 4> us{a.x, (a.x + b.x) / 2.0F, (a.x + b.x) / 2.0F, b.x};
    const std::array<float, 4> vs{a.y, (a.y + b.y) / 2.0F, (a.y + b.y) / 2.0F, b.y};
    const ImTextureID texture{ImGui::GetIO().Fonts->TexID};
    for (std::size_t row{0}; row < 3; ++row) {
        for (std::size_t column{0}; column < 3; ++column) {
            m_list->AddImage(texture, {xs[column], ys[row]}, {xs[column + 1], ys[row + 1]}, {us[column], vs[row]},
                             {us[column + 1], vs[row + 1]}, tint);
        }
    }
}

void Canvas::card(const Rect& box, Elevation elevation, float radius)
{
    shadow(box, radius, elevation);
    fill(box, colour().surface, radius);
    if (colour().edges_cards) stroke(box, colour().line, radius);
}

void Canvas::fade(const Rect& box, ImU32 top, ImU32 bottom)
{
    m_list->AddRectFilledMultiColor(box.low(), box.high(), top, top, bottom, bottom);
}

void Canvas::note_missing(const Face& face, std::string_view text)
{
    while (!text.empty()) {
        const std::size_t length{step(text)};
        if (length == 3) {
            const auto byte = [&](std::size_t i) { return static_cast<unsigned>(static_cast<unsigned char>(text[i])); };
            const auto character = static_cast<ImWchar>(((byte(0) & 0x0FU) << 12U) | ((byte(1) & 0x3FU) << 6U) |
                                                        (byte(2) & 0x3FU));
            if (face.font->FindGlyphNoFallback(character) == nullptr) m_missing.insert(character);
        }
        text.remove_prefix(length);
    }
}

std::set<ImWchar> Canvas::take_missing()
{
    std::set<ImWchar> all;
    all.swap(m_missing);
    return all;
}

} // namespace guitai::ui
