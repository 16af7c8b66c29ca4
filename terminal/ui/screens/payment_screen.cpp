#include "terminal/ui/screens/payment_screen.hpp"

#include "sync/events/purse_account.hpp"
#include "terminal/domain/shop_rules.hpp"
#include "terminal/ui/screens/frame.hpp"
#include "terminal/ui/screens/open_shift_screen.hpp"
#include "terminal/ui/screens/payment_parts.hpp"
#include "terminal/ui/screens/points_sheet.hpp"
#include "terminal/ui/screens/tender_cards.hpp"

#include <algorithm>
#include <array>

namespace guitai::ui {
namespace {

constexpr float widest{1400.0F};

constexpr std::array<std::string_view, 3> refund_reasons{"refund.reason_card", "refund.reason_wish",
                                                         "refund.reason_other"};

bool by_cash(const PaymentMemory& memory)
{
    return memory.tender == TenderKind::cash || memory.tender == TenderKind::foreign_cash;
}

// Null unless foreign cash is chosen and taken here.
const CurrencyRate* rate_now(const Scene& scene, const PaymentMemory& memory)
{
    const auto& rates = scene.view.payment.currencies;
    if (memory.tender != TenderKind::foreign_cash || rates.empty()) return nullptr;
    return &rates[memory.currency % rates.size()];
}

// Into a purse goes back only what came out of it.
Money most_back(const Scene& scene, const PaymentMemory& memory, Money due)
{
    if (memory.tender == TenderKind::stored_value) return std::min(due, scene.view.payment.stored_back);
    if (memory.tender == TenderKind::gift_card) return std::min(due, scene.view.payment.gift_back);
    return due;
}

// What the main button would take now, in our own money, above zero whichever way it goes.
Money amount_now(const Scene& scene, const PaymentMemory& memory)
{
    const CartView& cart{scene.view.cart};
    const Money due{goes_back(scene) ? most_back(scene, memory, -cart.due) : cart.due};
    if (const CurrencyRate* const rate{rate_now(scene, memory)}; rate != nullptr)
        return worth_here(*rate, typed_amount(memory.amount).minor());
    if (!memory.amount.empty()) return typed_amount(memory.amount);
    if (memory.tender == TenderKind::cod) return std::min(cart.due, cart.order_total);
    if (memory.tender == TenderKind::stored_value && !goes_back(scene) && cart.member)
        return std::min(due, cart.member->stored);
    if (memory.tender == TenderKind::cash)
        return goes_back(scene) ? -scene.view.payment.cash_due : scene.view.payment.cash_due;
    return due;
}

// Whether the money goes another way than it came, so that somebody must say why.
bool another_way(const Scene& scene, const PaymentMemory& memory)
{
    const auto& came = scene.view.payment.refund_by;
    return goes_back(scene) && !came.empty() && std::find(came.begin(), came.end(), memory.tender) == came.end();
}

void draw_taken(Scene& scene, Rect& in)
{
    Canvas& c{scene.canvas()};
    const Palette& p{scene.colour()};
    if (!scene.view.cart.redeem.worth.is_zero()) draw_points_row(scene, in.cut_top(points_row));
    const std::vector<TenderTaken>& tenders{scene.view.payment.tenders};
    for (std::size_t i{0}; i < tenders.size() && in.h > 64.0F; ++i) {
        Rect row{in.cut_top(64.0F)};
        const Rect badge{row.x, row.y + 10.0F, 44.0F, 44.0F};
        c.fill(badge, p.sunken, radius_s);
        c.icon(badge.middle(), tender_icon(tenders[i].tender), p.primary);
        row.cut_left(56.0F);
        const Rect cross{row.cut_right(touch_min, gap_xs)};
        const std::string amount{money_text(tenders[i].amount)};
        // A gift card is known by its picture and its last four.
        const std::string card{shown_account(tenders[i].reference)};
        figure_row(c, {row.x, row.y, row.w, row.h}, card.empty() ? tender_word(scene, tenders[i].tender) : card,
                   amount, p.ink, Type::strong);
        if (button(scene.ui, "pay.take_back/" + std::to_string(i), cross.centred(touch_min, touch_min),
                   {.kind = Kind::quiet, .icon = icon::close}))
            scene.push(TakeBackTender{i});
    }
}

void draw_still(Scene& scene, const PaymentMemory& memory, const Rect& card)
{
    Canvas& c{scene.canvas()};
    const Palette& p{scene.colour()};
    const CartView& cart{scene.view.cart};
    c.card(card);
    Rect in{card.inset(page_margin, gap_m)};
    const bool back{goes_back(scene)};
    c.text(in.cut_top(28.0F), Type::body, p.ink_soft, scene.ui.word(back ? "pay.still_back" : "pay.still"));
    const std::string due{money_text(back ? -cart.due : cart.due)};
    // A hundred thousand yuan in the narrow column: the next smaller figures, never a cut amount.
    const Type figure{c.width(Type::hero, due) > in.w ? Type::total : Type::hero};
    c.text(in.cut_top(72.0F, gap_xs), figure, p.ink, due);
    const Money received{scene.view.payment.received};
    const float part{cart.total.minor() > 0 ? static_cast<float>(received.minor()) /
                                                  static_cast<float>(cart.total.minor())
                                            : 0.0F};
    progress(c, in.cut_top(10.0F, gap_s), part, Tone::primary);
    c.text(in.cut_top(24.0F, gap_tile), Type::caption, p.ink_soft,
           back ? scene.ui.word("pay.given_back", money_text(-cart.total), money_text(-received))
                : scene.ui.word("pay.received", money_text(cart.total), money_text(received)));
    c.rule(in.x, in.right(), in.y, p.line);
    if (cart.points_earned > 0 && cart.member) {
        const Rect note{in.cut_bottom(44.0F, gap_s)};
        c.fill(note, p.gold_soft, radius_s);
        c.icon({note.x + 22.0F, note.mid_y()}, icon::stars, p.gold, 18.0F);
        const Rect words{note.x + 42.0F, note.y, note.w - 50.0F, note.h};
        std::string text{scene.ui.word("pay.points", count_text(cart.points_earned),
                                       count_text(cart.member->points.balance + cart.points_earned))};
        if (c.width(Type::caption, text) > words.w)
            text = scene.ui.word("pay.points_short", count_text(cart.points_earned));
        c.text(words, Type::caption, p.gold, text);
    }
    if (memory.plan == PayPlan::deposit) {
        const std::string_view text{scene.ui.word("pay.deposit_hint")};
        const Rect note{in.cut_bottom(64.0F, gap_s)};
        c.fill(note, p.info_soft, radius_s);
        draw_hint(c, note, text);
    }
    draw_taken(scene, in);
}

void take(Scene& scene, PaymentMemory& memory, Money amount)
{
    Pay command{memory.tender, amount};
    if (const CurrencyRate* const rate{rate_now(scene, memory)}; rate != nullptr) {
        command.currency = rate->currency;
        command.foreign_minor = typed_amount(memory.amount).minor();
    }
    if (another_way(scene, memory))
        command.reason = scene.ui.word(refund_reasons[static_cast<std::size_t>(std::max(memory.reason, 0))]);
    if (memory.tender == TenderKind::gift_card && !goes_back(scene)) {
        memory.gift = {};
        memory.by_card = amount;
        memory.asks_card = true;
        return;
    }
    const bool at_terminal{memory.tender == TenderKind::card && scene.view.payment.has_terminal};
    if (at_terminal) scene.push(AskCard{amount, std::move(command.reason)});
    else scene.push(std::move(command));
    memory.amount.clear();
    if (!at_terminal) memory.tender = TenderKind::cash; // Else the card is still waited for.
    memory.reason = -1;
}

// Money that goes back another way than it came: why, in one tap.
void draw_refund_reasons(Scene& scene, PaymentMemory& memory, Rect box)
{
    if (!another_way(scene, memory)) return;
    scene.canvas().text(box.cut_top(28.0F, gap_s), Type::strong, scene.colour().ink_soft, scene.ui.word("refund.why"));
    for (int i{0}; i < static_cast<int>(refund_reasons.size()); ++i) {
        const std::string_view word{scene.ui.word(refund_reasons[static_cast<std::size_t>(i)])};
        if (chip(scene.ui, "refund.reason/" + std::to_string(i), box.cut_top(48.0F, gap_s), word, memory.reason == i))
            memory.reason = i;
    }
}

void draw_quick_cash(Scene& scene, PaymentMemory& memory, Rect box)
{
    const std::vector<Money>& quick{scene.view.payment.quick_cash};
    // Notes are handed over in cash only: on another tender one tap on them would book what was not taken.
    if (quick.empty() || memory.tender != TenderKind::cash) return draw_refund_reasons(scene, memory, box);
    const Money due{scene.view.payment.cash_due};
    scene.canvas().text(box.cut_top(28.0F, gap_s), Type::strong, scene.colour().ink_soft, scene.ui.word("pay.given"));
    const int count{std::min<int>(static_cast<int>(quick.size()), 6)};
    const Money typed{typed_amount(memory.amount)};
    for (int i{0}; i < count; ++i) {
        const Money amount{quick[static_cast<std::size_t>(i)]};
        const bool exact{amount == due};
        const bool chosen{!memory.amount.empty() && typed == amount};
        const std::string label{money_short(amount)};
        const ButtonLook look{.kind = chosen ? Kind::tinted : Kind::plain,
                              .label = label,
                              .note = exact ? scene.ui.word("pay.exact") : std::string_view{},
                              .type = Type::figure};
        const Rect at{box.cell(i % 2, 2, i / 2, 3, gap_tile)};
        if (!button(scene.ui, "pay.quick/" + std::to_string(i), at, look)) continue;
        // Exact money needs no second look; a note needs the change read out first.
        if (exact) return take(scene, memory, amount);
        memory.amount = fmt::format("{}.{:02}", amount.minor() / 100, amount.minor() % 100);
        if (memory.amount.ends_with(".00")) memory.amount.resize(memory.amount.size() - 3);
    }
}

void draw_how(Scene& scene, PaymentMemory& memory, Rect box)
{
    scene.canvas().text(box.cut_top(28.0F, gap_s), Type::strong, scene.colour().ink_soft,
                        scene.ui.word(goes_back(scene) ? "pay.how_back" : "pay.how"));
    const std::vector<const TenderCard*> cards{cards_here(scene)};
    const int rows{(static_cast<int>(cards.size()) + 1) / 2};
    const Rect table{box.cut_top(static_cast<float>(rows) * 97.0F, gap_m)};
    for (int i{0}; i < static_cast<int>(cards.size()); ++i) {
        const TenderCard& card{*cards[static_cast<std::size_t>(i)]};
        const bool enabled{card.tender != TenderKind::cod || !scene.view.cart.order_total.is_zero()};
        const Rect at{table.cell(i % 2, 2, i / 2, rows, gap_tile - 2.0F)};
        if (!draw_tender(scene, at, card, card.tender == memory.tender, enabled)) continue;
        // Tapped again, foreign cash goes on to the next currency.
        if (memory.tender == card.tender) ++memory.currency;
        memory.tender = card.tender;
        memory.amount.clear();
    }
    draw_quick_cash(scene, memory, box);
}

struct MainWords {
    std::string label;
    bool enabled{true};
};

MainWords refund_words(const Scene& scene, const PaymentMemory& memory, Money amount, Money due)
{
    if (amount.is_zero() && !due.is_zero()) return {std::string{scene.ui.word("pay.none")}, false};
    if (amount > due) return {scene.ui.word("refund.too_much", money_short(due)), false};
    if (another_way(scene, memory) && memory.reason < 0) return {std::string{scene.ui.word("refund.why")}, false};
    return {scene.ui.word("ticket.refund", money_short(amount)), true};
}

// Of tenders that take no more than is due and give no change; empty: another one.
std::string_view go_word(TenderKind tender)
{
    switch (tender) {
    case TenderKind::wallet: return "pay.go_wallet";
    case TenderKind::on_account: return "pay.go_account";
    case TenderKind::stored_value: return "pay.go_stored";
    case TenderKind::gift_card: return "pay.go_gift";
    default: return {};
    }
}

MainWords main_words(const Scene& scene, const PaymentMemory& memory, Money amount)
{
    const bool cash{by_cash(memory)};
    const Money due{cash ? scene.view.payment.cash_due : scene.view.cart.due};
    if (goes_back(scene)) return refund_words(scene, memory, amount, -due);
    const Money over{amount - due};
    if (amount.is_negative() || (amount.is_zero() && !due.is_zero()))
        return {std::string{scene.ui.word("pay.none")}, false};
    const std::string taken{money_short(amount)};
    if (const std::string_view go{go_word(memory.tender)}; !go.empty()) {
        if (scene.view.payment.asking_value) return {std::string{scene.ui.word("pay.asking_value")}, false};
        if (over > Money{}) return {scene.ui.word("pay.card_too_much", money_short(due)), false};
        if (over.is_zero()) return {scene.ui.word(go, taken), true};
        return {scene.ui.word("pay.go_part", taken, money_short(-over)), true};
    }
    if (memory.tender == TenderKind::cod) return {scene.ui.word("pay.go_cod", taken), true};
    if (memory.tender == TenderKind::card) {
        if (over > Money{}) return {scene.ui.word("pay.card_too_much", money_short(due)), false};
        return {over.is_zero() ? scene.ui.word("pay.go_card", taken)
                               : scene.ui.word("pay.go_card_part", taken, money_short(-over)),
                true};
    }
    if (over.is_negative()) return {scene.ui.word("pay.go_part", taken, money_short(-over)), true};
    if (over.is_zero()) return {scene.ui.word("pay.go_exact", taken), true};
    return {scene.ui.word("pay.go_change", taken, money_short(over)), true};
}

std::string hint_words(const Scene& scene, const PaymentMemory& memory)
{
    if (goes_back(scene)) {
        return std::string{scene.ui.word(another_way(scene, memory) ? "refund.other_way" : "pay.original")};
    }
    switch (memory.tender) {
    case TenderKind::cod: return std::string{scene.ui.word("pay.cod_hint")};
    case TenderKind::wallet: return std::string{scene.ui.word("pay.wallet_hint")};
    case TenderKind::stored_value:
        return scene.view.cart.member ? scene.ui.word("pay.stored_hint", money_short(scene.view.cart.member->stored))
                                      : std::string{};
    case TenderKind::gift_card: return std::string{scene.ui.word("pay.gift_hint")};
    case TenderKind::on_account:
        return scene.ui.word("pay.account_hint", money_short(scene.view.cart.member->account_left));
    default: return std::string{scene.ui.word(scene.view.payment.has_terminal ? "card.hint" : "pay.card_hint")};
    }
}

void draw_hand(Scene& scene, PaymentMemory& memory, const Rect& card)
{
    Canvas& c{scene.canvas()};
    c.card(card);
    Rect in{card.inset(page_margin, gap_m)};
    const Money amount{amount_now(scene, memory)};
    const CurrencyRate* const rate{rate_now(scene, memory)};
    const std::string foreign{
        rate == nullptr ? std::string{} : rate->currency + " " + money_short(typed_amount(memory.amount)).substr(2)};
    draw_amount_box(scene, in.cut_top(76.0F, gap_tile), tender_word(scene, memory.tender),
                    rate == nullptr ? money_short(amount) : foreign, !memory.amount.empty());
    const MainWords words{main_words(scene, memory, amount)};
    const auto& waiting = scene.view.payment.card;
    const bool waits{waiting && memory.tender == TenderKind::card};
    const Rect go{in.cut_bottom(76.0F, gap_tile)};
    const Rect change{in.cut_bottom(56.0F, gap_tile)};
    const Money over{amount - scene.view.payment.cash_due};
    if (waits) {
        draw_card_waiting(scene, *waiting, change, go);
    } else if (by_cash(memory) && !goes_back(scene)) {
        draw_change(scene, change, std::max(over, Money{}));
    } else {
        const std::string hint{hint_words(scene, memory)};
        c.fill(change, scene.colour().info_soft, radius_m);
        draw_hint(c, change, hint);
    }
    const bool cash{by_cash(memory)};
    const PadLook pad{.corner = cash ? PadCorner::double_zero : PadCorner::decimal};
    char key{number_pad(scene.ui, "pay.pad", in, pad)};
    if (key == 0 && scene.ui.reachable() && scene.ui.keys.take_character('.')) key = '.';
    if (key != 0) type_amount(memory.amount, key);
    if (waits) return;
    if (button(scene.ui, "pay.go", go,
               {.kind = Kind::main, .icon = icon::check, .label = words.label, .enabled = words.enabled,
                .type = c.width(Type::title, words.label) > go.w - 56.0F ? Type::strong : Type::title}))
        take(scene, memory, amount);
}

// Money goes back the way it came unless somebody chooses otherwise.
void begin_refund(const Scene& scene, PaymentMemory& memory)
{
    if (memory.began) return;
    memory.began = true;
    for (const TenderKind came : scene.view.payment.refund_by) {
        if (!goes_back(scene) || came == TenderKind::cod || came == TenderKind::foreign_cash) continue;
        memory.tender = came;
        return;
    }
}

} // namespace

Go draw_payment(Scene& scene, PaymentMemory& memory)
{
    Rect page{scene.ui.page.inset(page_margin, 0.0F)};
    if (page.w > widest) page = page.centred(widest, page.h);
    begin_refund(scene, memory);
    const CartView& cart{scene.view.cart};
    std::string line{scene.ui.word("count.pieces", cart.pieces)};
    if (cart.member) line = cart.member->profile.name + " · " + line;
    const std::string_view title{scene.ui.word(goes_back(scene) ? "pay.refund" : "ticket.pay")};
    const Go go{draw_head_back(scene, page, "pay.back", title, line)};
    page.cut_bottom(page_margin);
    draw_banner(scene, page);
    const bool narrow{measures_of(scene.ui.page).narrow};
    const Rect hand{page.cut_near(scene.ui.hand, narrow ? 320.0F : 364.0F, page_margin)};
    const Rect still{page.cut_far(scene.ui.hand, narrow ? 300.0F : 356.0F, page_margin)};
    draw_still(scene, memory, still);
    draw_how(scene, memory, page);
    draw_hand(scene, memory, hand);
    if (memory.asks_card && !draw_gift_pay(scene, memory.gift, memory.by_card)) {
        memory.asks_card = false;
        memory.tender = TenderKind::cash;
        memory.amount.clear();
    }
    return go;
}

} // namespace guitai::ui
