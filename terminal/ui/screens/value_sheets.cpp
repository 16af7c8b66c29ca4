#include "terminal/ui/screens/value_sheets.hpp"

#include "terminal/ui/screens/frame.hpp"
#include "terminal/ui/screens/goods.hpp"
#include "terminal/ui/screens/open_shift_screen.hpp"
#include "terminal/ui/screens/tender_cards.hpp"

#include <algorithm>

namespace guitai::ui {
namespace {

enum class CodeStep { open, closed, said };

// The number of a gift card, scanned or typed.
CodeStep draw_code(Scene& scene, std::string_view id, std::string_view title, std::string_view hint, TextEntry& code,
                   bool& began)
{
    Ui& ui{scene.ui};
    if (!began) {
        began = true;
        scene.writing.open(KeyLayout::symbols);
    }
    Sheet sheet{ui, id, {std::min(ui.page.w - 2.0F * page_margin, 900.0F), keyboard_height + 330.0F},
                SheetPlace::bottom};
    Rect in{sheet.inside()};
    const bool closed{sheet.head(in, title) || sheet.dismissed()};
    scene.canvas().text(in.cut_top(26.0F, gap_s), Type::body, scene.colour().ink_soft, hint);
    draw_banner(scene, in);
    const Rect keys{in.cut_bottom(keyboard_height - 2.0F * gap_l, gap_m)};
    const bool done{write_on_glass(ui, scene.writing, keys, code) == Wrote::done};
    const Rect go{in.cut_bottom(touch_main, gap_m)};
    (void)entry_field(ui, "gift.code", in.cut_bottom(52.0F, gap_tile), code,
                      {.icon = icon::qr_code_scanner,
                       .hint = ui.word("gift.code"),
                       .spelling = std::string_view{scene.writing.spelling},
                       .active = true});
    const bool tapped{button(ui, "gift.go", go,
                             {.kind = Kind::main, .icon = icon::check, .label = ui.word("gift.go"),
                              .enabled = !code.text().empty(), .type = Type::title})};
    if (closed) return CodeStep::closed;
    return (tapped || done) && !code.text().empty() ? CodeStep::said : CodeStep::open;
}

// False where there is nobody to pay in for any more.
bool draw_whose(Scene& scene, const LoadMemory& memory, const Rect& row, bool gift)
{
    Ui& ui{scene.ui};
    Canvas& c{scene.canvas()};
    if (gift) {
        const auto& card = scene.view.payment.gift_card;
        if (!card) return false;
        figure_row(c, row, ui.word("gift.card", card->shown), ui.word("load.has", money_text(card->balance)),
                   scene.colour().ink);
        return true;
    }
    const auto& member = scene.view.cart.member;
    if (!member) return memory.sent;
    figure_row(c, row, member->profile.name, ui.word("load.has", money_text(member->stored)), scene.colour().ink);
    return true;
}

void draw_loaded(Scene& scene, const ValueLoadedView& loaded, const Rect& in)
{
    Ui& ui{scene.ui};
    const std::string note{loaded.bonus.is_zero() ? ui.word("load.has", money_text(loaded.balance))
                                                  : ui.word("load.has_bonus", money_text(loaded.bonus),
                                                            money_text(loaded.balance))};
    empty_state(scene.canvas(), in, icon::check_circle, ui.word("load.done", money_text(loaded.amount)), note);
}

void send_load(Scene& scene, LoadMemory& memory, Money given, bool gift)
{
    LoadValue command;
    if (gift) command.gift_code = memory.code.text();
    else command.phone_or_card = scene.view.cart.member->profile.member.text;
    command.tender = memory.tender;
    command.amount = given;
    scene.push(std::move(command));
    memory.sent = true;
}

} // namespace

bool draw_load(Scene& scene, LoadMemory& memory, bool gift)
{
    Ui& ui{scene.ui};
    const std::string_view title{ui.word(gift ? "gift.title" : "load.title")};
    if (gift && !memory.has_code) {
        const CodeStep step{draw_code(scene, "gift.sell", title, ui.word("gift.sell_hint"), memory.code, memory.began)};
        if (step == CodeStep::said) {
            scene.push(LookAtGiftCard{memory.code.text()});
            memory.has_code = true;
        }
        return step != CodeStep::closed;
    }
    if (gift && !scene.view.payment.gift_card) memory.has_code = false; // It is none: the banner says so.
    Sheet sheet{ui, "load", {480.0F, 700.0F}};
    Rect in{sheet.inside()};
    if (sheet.head(in, title) || sheet.dismissed()) return false;
    draw_banner(scene, in);
    if (const auto& loaded = scene.view.payment.value_loaded; memory.sent && loaded) {
        draw_loaded(scene, *loaded, in);
        return true;
    }
    if (!draw_whose(scene, memory, in.cut_top(30.0F, gap_s), gift)) return gift;
    draw_counter_tenders(scene, "load.tender", in.cut_top(52.0F, gap_s), memory.tender);
    const Rect go{in.cut_bottom(touch_main, gap_m)};
    const Money given{typed_amount(memory.digits)};
    draw_amount_box(scene, in.cut_top(64.0F, gap_s), ui.word("load.amount"), money_short(given),
                    !memory.digits.empty());
    if (const char key{number_pad(ui, "load.pad", in, {.corner = PadCorner::decimal})}; key != 0)
        type_amount(memory.digits, key);
    if (button(ui, "load.go", go,
               {.kind = Kind::main, .icon = icon::payments, .label = ui.word("load.go", money_short(given)),
                .enabled = given > Money{}, .type = Type::title}))
        send_load(scene, memory, given, gift);
    return true;
}

bool draw_gift_pay(Scene& scene, GiftPayMemory& memory, Money amount)
{
    Ui& ui{scene.ui};
    const std::string hint{ui.word("gift.pay_hint", money_text(amount))};
    const CodeStep step{draw_code(scene, "gift.pay", ui.word("gift.pay_title"), hint, memory.code, memory.began)};
    if (step == CodeStep::said) {
        Pay command{TenderKind::gift_card, amount};
        command.reference = memory.code.text();
        scene.push(std::move(command));
    }
    return step == CodeStep::open;
}

} // namespace guitai::ui
