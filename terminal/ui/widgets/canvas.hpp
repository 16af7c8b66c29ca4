// What every widget draws on: rectangles that are cut up, text that is placed
// by its ink, shadows, icons. It knows ImGui's draw list and no business.
#pragma once

#include "terminal/ui/fonts.hpp"
#include "terminal/ui/widgets/icons.hpp"
#include "terminal/ui/widgets/rect.hpp"
#include "terminal/ui/widgets/tokens.hpp"

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace guitai::ui {

enum class Align { left, centre, right };
enum class Elevation { flat, card, floating, sheet };

// One frame's drawing. Kept small enough to pass everywhere by reference.
class Canvas {
public:
    Canvas(const FontSet& fonts, const Palette& palette) : m_fonts{&fonts}, m_palette{&palette} {}

    void begin(ImDrawList* list) { m_list = list; }
    void use(const Palette& palette) { m_palette = &palette; }
    [[nodiscard]] ImDrawList* list() const { return m_list; }
    [[nodiscard]] const Palette& colour() const { return *m_palette; }
    [[nodiscard]] const FontSet& fonts() const { return *m_fonts; }

    // The width of one line, in logical px.
    [[nodiscard]] float width(Type type, std::string_view text) const;
    // `text`, or as much of it as fits `room` px with "…" behind it; cut between characters, never inside one.
    [[nodiscard]] std::string fitted(Type type, std::string_view text, float room) const;
    // Draws one line centred on the middle of `box`; what does not fit ends in "…".
    // Returns the width drawn.
    float text(const Rect& box, Type type, ImU32 colour, std::string_view text, Align align = Align::left);
    // Breaks between any two hanzi or at spaces; at most `lines` lines, the last cut with "…". Returns the height.
    float paragraph(const Rect& box, Type type, ImU32 colour, std::string_view text, int lines);
    void icon(ImVec2 middle, const char* icon, ImU32 colour, float size = 24.0F);
    void fill(const Rect& box, ImU32 colour, float radius = radius_m);
    void stroke(const Rect& box, ImU32 colour, float radius = radius_m, float thickness = 1.0F);
    void rule(float x0, float x1, float y, ImU32 colour);
    void shadow(const Rect& box, float radius, Elevation elevation);
    void card(const Rect& box, Elevation elevation = Elevation::card, float radius = radius_m);
    // A vertical fade from `top` to `bottom`: above a list that goes on, behind the goods at sign-in.
    void fade(const Rect& box, ImU32 top, ImU32 bottom);

    // Characters that were asked for and are in no font of this atlas; emptied by the call.
    [[nodiscard]] std::set<ImWchar> take_missing();
    // Texts that did not fit where they were drawn and ended in "…": for the test that no label does.
    [[nodiscard]] const std::set<std::string>& cut() const { return m_cut; }
    // Puts every text into `heard` as well, before any of it is cut: for tests that read a page. nullptr: no longer.
    void listen(std::vector<std::string>* heard) { m_heard = heard; }

private:
    void note_missing(const Face& face, std::string_view text);

    const FontSet* m_fonts;
    const Palette* m_palette;
    ImDrawList* m_list{nullptr};
    std::set<ImWchar> m_missing;
    std::set<std::string> m_cut;
    std::vector<std::string>* m_heard{nullptr};
    static constexpr std::size_t cut_max{256}; // A till runs for weeks.
};

// While it lives, nothing is drawn or tapped outside `box`.
class Clip {
public:
    explicit Clip(const Rect& box) { ImGui::PushClipRect(box.low(), box.high(), true); }
    ~Clip() { ImGui::PopClipRect(); }
    Clip(const Clip&) = delete;
    Clip& operator=(const Clip&) = delete;
};

// The same colour at `alpha` of its opacity.
[[nodiscard]] ImU32 faded(ImU32 colour, float alpha);
// `a` at t = 0, `b` at t = 1.
[[nodiscard]] ImU32 mixed(ImU32 a, ImU32 b, float t);
// How many lines `paragraph` would need for `text` in `width` px.
[[nodiscard]] int paragraph_lines(const Canvas& canvas, Type type, std::string_view text, float width);

} // namespace guitai::ui
