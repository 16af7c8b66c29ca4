#include "terminal/ui/screens/freight_choice.hpp"

#include "terminal/ui/screens/open_shift_screen.hpp"

#include <array>

namespace guitai::ui {
namespace {

// What a parcel back usually costs, in yuan.
constexpr std::array<std::int64_t, 8> usual_yuan{0, 8, 10, 12, 15, 18, 20, 30};

// True where one was tapped.
bool draw_usual(Scene& scene, FreightMemory& memory, Rect row)
{
    constexpr auto count = static_cast<float>(usual_yuan.size());
    const float width{(row.w - gap_s * (count - 1.0F)) / count};
    bool chosen{false};
    for (const std::int64_t yuan : usual_yuan) {
        const Money amount{Money::from_minor(100 * yuan)};
        const Rect at{row.cut_left(width, gap_s)};
        const bool stands{memory.digits.empty() && memory.amount == amount};
        if (!chip(scene.ui, "freight.usual/" + std::to_string(yuan), at, money_short(amount), stands)) continue;
        memory.amount = amount;
        chosen = true;
    }
    return chosen;
}

} // namespace

bool draw_freight_choice(Scene& scene, FreightMemory& memory, Rect box)
{
    Ui& ui{scene.ui};
    const bool chosen{draw_usual(scene, memory, box.cut_top(48.0F, gap_m))};
    const Rect go{box.cut_bottom(touch_main, gap_m)};
    const bool typed{!memory.digits.empty()};
    const Money amount{typed ? typed_amount(memory.digits) : memory.amount};
    draw_amount_box(scene, box.cut_top(64.0F, gap_s), ui.word("returns.freight_paid"), money_short(amount), typed);
    if (const char key{number_pad(ui, "freight.pad", box, {.corner = PadCorner::decimal})}; key != 0)
        type_amount(memory.digits, key);
    const bool settled{button(ui, "freight.go", go,
                              {.kind = Kind::main, .icon = icon::check,
                               .label = ui.word("returns.freight", money_short(amount)), .type = Type::title})};
    if (settled) memory.amount = amount;
    if (chosen || settled) memory.digits.clear();
    return !chosen && !settled;
}

} // namespace guitai::ui
