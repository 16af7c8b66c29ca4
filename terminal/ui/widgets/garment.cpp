#include "terminal/ui/widgets/garment.hpp"

#include <algorithm>
#include <cmath>

namespace guitai::ui {
namespace {

// Points are in a 100 × 100 box; `m` mirrors them about the middle.
struct Pen {
    ImDrawList* list;
    float x, y, scale;
    [[nodiscard]] ImVec2 at(float px, float py, bool m = false) const
    {
        return {x + (m ? 100.0F - px : px) * scale, y + py * scale};
    }
};

// ImGui smooths the edge of a polygon only if its corners run clockwise.
void fill_clockwise(const Pen& pen, ImVec2* corners, int count, bool clockwise, ImU32 colour)
{
    if (!clockwise) std::reverse(corners, corners + count);
    pen.list->AddConvexPolyFilled(corners, count, colour);
}

void sleeve(const Pen& pen, bool mirror, ImU32 cloth, ImU32 seam, Make make)
{
    ImVec2 corners[]{pen.at(34, 20, mirror), pen.at(22, 26, mirror), pen.at(12, 62, mirror),
                     pen.at(15, 67, mirror), pen.at(25, 69, mirror), pen.at(36, 40, mirror)};
    fill_clockwise(pen, corners, 6, mirror, cloth);
    if (make == Make::plain) {
        pen.list->AddLine(pen.at(14.0F, 61, mirror), pen.at(26.5F, 63, mirror), seam, 1.4F * pen.scale + 0.4F);
        return;
    }
    for (int i{0}; i < 3; ++i) {
        const float y{36.0F + 11.0F * static_cast<float>(i)};
        pen.list->AddBezierQuadratic(pen.at(19.5F - 3.2F * static_cast<float>(i), y, mirror),
                                     pen.at(26.0F - 2.0F * static_cast<float>(i), y + 5.0F, mirror),
                                     pen.at(34.0F - 3.0F * static_cast<float>(i), y + 3.0F, mirror), seam,
                                     1.4F * pen.scale + 0.4F, 8);
    }
}

void trousers(const Pen& pen, ImU32 cloth, ImU32 seam, float thin, Make make)
{
    for (const bool m : {false, true}) {
        ImVec2 leg[]{pen.at(32, 12, m), pen.at(50, 12, m), pen.at(50, 34, m), pen.at(46, 92, m), pen.at(30, 92, m)};
        fill_clockwise(pen, leg, 5, !m, cloth);
        if (make == Make::plain) {
            pen.list->AddBezierQuadratic(pen.at(33, 25, m), pen.at(40, 25, m), pen.at(43, 16, m), seam, thin, 8);
            pen.list->AddLine(pen.at(30.2F, 87, m), pen.at(46.3F, 87, m), seam, thin);
            continue;
        }
        for (float y{26.0F}; y < 90.0F; y += 12.0F) {
            pen.list->AddBezierQuadratic(pen.at(31.5F, y, m), pen.at(39, y + 5.0F, m), pen.at(49.0F - y * 0.03F, y, m),
                                         seam, thin, 8);
        }
    }
    pen.list->AddRectFilled(pen.at(32, 9), pen.at(68, 15), seam, 2.0F * pen.scale);
}

void quilt(const Pen& pen, float hem, ImU32 seam, ImU32 shine, float thin)
{
    for (float y{30.0F}; y < hem - 4.0F; y += 11.0F) {
        for (const bool m : {false, true}) {
            pen.list->AddBezierQuadratic(pen.at(29.5F, y, m), pen.at(40, y + 5.0F, m), pen.at(49.5F, y, m), seam, thin,
                                         10);
            pen.list->AddBezierQuadratic(pen.at(33, y + 4.6F, m), pen.at(40, y + 7.2F, m), pen.at(46, y + 4.6F, m),
                                         shine, thin * 0.8F, 8);
        }
    }
}

// A folded piece with a label: what a shelf shows of anything that does not hang.
void folded(const Pen& pen, ImU32 cloth, ImU32 seam, ImU32 shine, float thin)
{
    pen.list->AddRectFilled(pen.at(20, 30), pen.at(80, 76), cloth, 9.0F * pen.scale);
    pen.list->AddRectFilled(pen.at(20, 58), pen.at(80, 76), mixed(cloth, seam, 0.35F), 9.0F * pen.scale,
                            ImDrawFlags_RoundCornersBottom);
    pen.list->AddLine(pen.at(22, 58), pen.at(78, 58), seam, thin);
    pen.list->AddBezierQuadratic(pen.at(26, 37), pen.at(50, 40), pen.at(74, 37), shine, thin, 10);
    pen.list->AddRectFilled(pen.at(41, 44), pen.at(59, 55), mixed(cloth, rgb(0xFFFFFF), 0.55F), 2.5F * pen.scale);
}

// Ribbed at the neck and the hem, and nothing to open: shirts, knitwear, hoodies.
void top(const Pen& pen, float hem, ImU32 seam, ImU32 shine, float thin)
{
    pen.list->AddLine(pen.at(29, hem - 6.0F), pen.at(71, hem - 6.0F), seam, thin);
    ImVec2 neck[]{pen.at(40, 13), pen.at(60, 13), pen.at(57, 20), pen.at(50, 23), pen.at(43, 20)};
    pen.list->AddConvexPolyFilled(neck, 5, seam);
    pen.list->AddBezierQuadratic(pen.at(38.5F, 14), pen.at(50, 35), pen.at(61.5F, 14), shine, thin, 12);
}

// What a coat or jacket has in front: down or pockets, an opening, a collar.
void front(const Pen& pen, float hem, ImU32 cloth, ImU32 seam, ImU32 shine, Make make)
{
    const float thin{1.4F * pen.scale + 0.4F};
    if (make == Make::quilted) quilt(pen, hem, seam, shine, thin);
    for (const bool m : {false, true}) {
        if (make == Make::plain) pen.list->AddLine(pen.at(34, 60, m), pen.at(43, 56, m), seam, thin * 1.2F);
    }
    pen.list->AddLine(pen.at(50, 20), pen.at(50, hem), seam, thin * 1.2F);
    const ImVec2 collar[]{pen.at(39, 20), pen.at(41, 8), pen.at(59, 8), pen.at(61, 20), pen.at(50, 24)};
    pen.list->AddConvexPolyFilled(collar, 5, mixed(cloth, rgb(0x000000), 0.16F));
    pen.list->AddBezierQuadratic(pen.at(43, 11), pen.at(50, 15), pen.at(57, 11), shine, thin, 8);
}

// Covers `box` with a picture of another shape: the middle of the picture, nothing stretched.
void cover(Canvas& c, const Rect& box, const Photo& photo, float radius, ImDrawFlags corners)
{
    const float wanted{box.w / std::max(box.h, 1.0F)};
    const float has{photo.width / std::max(photo.height, 1.0F)};
    const float u{has > wanted ? (1.0F - wanted / has) / 2.0F : 0.0F};
    const float v{has > wanted ? 0.0F : (1.0F - has / wanted) / 2.0F};
    c.list()->AddImageRounded(photo.texture, box.low(), box.high(), {u, v}, {1.0F - u, 1.0F - v}, rgb(0xFFFFFF),
                              radius, corners);
}

} // namespace

void garment(Canvas& c, const Rect& box, Cut cut, ImU32 cloth, Make make)
{
    const float side{std::min(box.w, box.h)};
    const Pen pen{c.list(), std::round(box.mid_x() - side / 2.0F), std::round(box.mid_y() - side / 2.0F),
                  side / 100.0F};
    const ImU32 seam{mixed(cloth, rgb(0x000000), 0.28F)};
    const ImU32 shine{mixed(cloth, rgb(0xFFFFFF), 0.22F)};
    const float thin{1.4F * pen.scale + 0.4F};
    if (cut == Cut::trousers) return trousers(pen, cloth, seam, thin, make);
    if (cut == Cut::other || cut == Cut::folded || cut == Cut::bag) return folded(pen, cloth, seam, shine, thin);
    const float hem{cut == Cut::long_coat ? 94.0F : 76.0F};
    if (cut != Cut::vest) {
        const Make sleeves{cut == Cut::top ? Make::plain : make};
        for (const bool mirror : {false, true}) sleeve(pen, mirror, mixed(cloth, rgb(0x000000), 0.10F), seam, sleeves);
    }
    const ImVec2 body[]{pen.at(40, 14),  pen.at(60, 14),  pen.at(69, 21),      pen.at(71, 46), pen.at(72, hem - 3),
                        pen.at(68, hem), pen.at(32, hem), pen.at(28, hem - 3), pen.at(29, 46), pen.at(31, 21)};
    pen.list->AddConvexPolyFilled(body, 10, cloth);
    if (cut == Cut::top) return top(pen, hem, seam, shine, thin);
    front(pen, hem, cloth, seam, shine, make);
}

void goods_picture(Ui& ui, const Rect& box, const GoodsLook& look, float radius, ImDrawFlags corners)
{
    Canvas& c{ui.canvas};
    const Photo* photo{ui.photos == nullptr || look.photo.empty() ? nullptr : ui.photos->find(look.photo)};
    if (photo != nullptr) return cover(c, box, *photo, radius, corners);
    // The cloth's own tint behind it: the wall of tiles gets the warmth of a rail of coats.
    c.list()->AddRectFilled(box.low(), box.high(), mixed(c.colour().backdrop, look.cloth, 0.14F), radius, corners);
    // Nobody knows what it is: a price tag, which all goods have. In the cloth's colour where that can be seen.
    if (look.cut == Cut::other || look.cut == Cut::bag) {
        const float side{std::min(box.w, box.h) * 0.52F};
        const char* const picture{look.cut == Cut::bag ? icon::shopping_bag : icon::local_offer};
        return c.icon(box.middle(), picture, mixed(look.cloth, c.colour().ink_soft, 0.45F), side);
    }
    garment(c, box.inset(0.0F, std::min(8.0F, box.h * 0.06F)), look.cut, look.cloth, look.make);
}

} // namespace guitai::ui
