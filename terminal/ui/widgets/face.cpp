#include "terminal/ui/widgets/face.hpp"

namespace guitai::ui {
namespace {

constexpr float pi{3.14159265F};

// The smile is the lower part of a circle, the frown the upper part of another below it.
void draw_mouth(Canvas& c, ImVec2 middle, float radius, Feeling feeling, ImU32 ink)
{
    const float thick{radius * 0.1F};
    ImDrawList* const list{c.list()};
    if (feeling == Feeling::fair) {
        const float y{middle.y + radius * 0.36F};
        list->AddLine({middle.x - radius * 0.36F, y}, {middle.x + radius * 0.36F, y}, ink, thick);
        return;
    }
    const bool good{feeling == Feeling::good};
    const ImVec2 centre{middle.x, middle.y + radius * (good ? 0.02F : 0.78F)};
    const float from{good ? pi * 0.17F : pi * 1.2F};
    const float to{good ? pi * 0.83F : pi * 1.8F};
    list->PathArcTo(centre, radius * (good ? 0.56F : 0.5F), from, to, 24);
    list->PathStroke(ink, 0, thick);
}

} // namespace

void draw_face(Canvas& c, ImVec2 middle, float radius, Feeling feeling, ImU32 ink, ImU32 skin)
{
    constexpr int round{48};
    ImDrawList* const list{c.list()};
    list->AddCircleFilled(middle, radius, skin, round);
    list->AddCircle(middle, radius, ink, round, radius * 0.06F);
    for (const float side : {-1.0F, 1.0F}) {
        list->AddCircleFilled({middle.x + side * radius * 0.34F, middle.y - radius * 0.2F}, radius * 0.1F, ink, 20);
    }
    draw_mouth(c, middle, radius, feeling, ink);
}

} // namespace guitai::ui
