#include "terminal/ui/screens/payment_screen.hpp"

#include "terminal/domain/shop_rules.hpp"
#include "terminal/ui/screens/frame.hpp"
#include "terminal/ui/screens/open_shift_screen.hpp"
#include "terminal/ui/screens/payment_parts.hpp"
#include "terminal/ui/screens/points_sheet.hpp"

#include <algorithm>
#include <array>

namespace guitai::ui {
namespace {

constexpr float widest{1400.0F};

struct TenderCard {
    TenderKind tender;
    const char* icon;
    Key key;
};
constexpr std::array<TenderCard, 6> tender_cards{{
    {TenderKind::cash, icon::payments, Key::f1},
    {TenderKind::wallet, icon::qr_code_scanner, Key::f2},
    {TenderKind::card, icon::credit_card, Key::f3},
    {TenderKind::cod, icon::local_shipping, Key::f4},
    {TenderKind::on_account, icon::note_add, Key::f6},
    {TenderKind::foreign_cash, icon::savings, Key::f7},
}};
constexpr std::array<std::string_view, 3> refund_reasons{"refund.reason_card", "refund.reason_wish",
                                                         "refund.reason_other"};

std::string tender_word(const Scene& scene, TenderKind tender)
{
    return std::string{scene.ui.word("tender." + std::string{word_of(tender)})};
}

const char* tender_icon(TenderKind tender)
{
    for (const TenderCard& card : tender_cards) {
        if (card.tender == tender) return card.icon;
    }
    return icon::payments;
}

bool goes_back(const Scene& scene) { return scene.view.cart.due.is_negative(); }

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

// What the main button would take now, in our own money, above zero whichever way it goes.
Money amount_now(const Scene& scene, const PaymentMemory& memory)
{
    const CartView& cart{scene.view.cart};
    const Money due{goes_back(scene) ? -cart.due : cart.due};
    if (const CurrencyRate* const rate{rate_now(scene, memory)}; rate != nullptr)
        return worth_here(*rate, typed_amount(memory.amount).minor());
    if (!memory.amount.empty()) return typed_amount(memory.amount);
    if (memory.tender == TenderKind::cod) return std::min(cart.due, cart.order_total);
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
        figure_row(c, {row.x, row.y, row.w, row.h}, tender_word(scene, tenders[i].tender), amount, p.ink,
                   Type::strong);
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

bool draw_tender(Scene& scene, const Rect& box, const TenderCard& card, bool chosen, bool enabled)
{
    Canvas& c{scene.canvas()};
    const Palette& p{scene.colour()};
    const std::string word{tender_word(scene, card.tender)};
    const std::string id{"pay.tender/" + std::string{word_of(card.tender)}};
    const Touch touch{
        touch_area(scene.ui, id, box, {.enabled = enabled, .reach = 4.0F, .label = word, .shortcut = card.key})};
    if (enabled && touch.down < 0.5F) c.shadow(box, radius_m, Elevation::card);
    if (enabled) c.fill(box, mixed(chosen ? p.primary_soft : p.raised, p.line, touch.down), radius_m);
    c.stroke(box, chosen ? p.primary : p.line, radius_m, chosen ? 2.0F : 1.0F);
    const ImU32 ink{!enabled ? p.ink_faint : chosen ? p.primary : p.ink};
    c.icon({box.x + 32.0F, box.mid_y()}, card.icon, ink);
    if (chosen) c.icon({box.right() - 18.0F, box.y + 18.0F}, icon::check_circle, p.primary, 18.0F);
    const Rect words{box.x + 58.0F, box.y, box.w - 66.0F, box.h};
    c.text({words.x, words.y - 12.0F, words.w, words.h}, Type::strong, ink, word);
    const std::string_view note{card.tender == TenderKind::cod && !enabled ? scene.ui.word("pay.orders_only")
                                                                           : cap_of(card.key)};
    c.text({words.x, words.y + 13.0F, words.w, words.h}, Type::caption, enabled ? p.ink_soft : p.ink_faint, note);
    if (touch.focused) focus_ring(c, box, radius_m);
    return touch.tapped;
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
    if (quick.empty()) return draw_refund_reasons(scene, memory, box);
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
        memory.tender = TenderKind::cash;
        // Exact money needs no second look; a note needs the change read out first.
        if (exact) return take(scene, memory, amount);
        memory.amount = fmt::format("{}.{:02}", amount.minor() / 100, amount.minor() % 100);
        if (memory.amount.ends_with(".00")) memory.amount.resize(memory.amount.size() - 3);
    }
}

// Those that this shop and this ticket know: nothing is owed by strangers, and no promise goes back.
std::vector<const TenderCard*> cards_here(const Scene& scene)
{
    const auto& member = scene.view.cart.member;
    const bool may_owe{member && !member->profile.account_limit.is_zero()};
    std::vector<const TenderCard*> cards;
    for (const TenderCard& card : tender_cards) {
        if (card.tender == TenderKind::on_account && !may_owe) continue;
        if (card.tender == TenderKind::foreign_cash && (scene.view.payment.currencies.empty() || goes_back(scene)))
            continue;
        if (card.tender == TenderKind::cod && goes_back(scene)) continue;
        cards.push_back(&card);
    }
    return cards;
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

MainWords main_words(const Scene& scene, const PaymentMemory& memory, Money amount)
{
    const bool cash{by_cash(memory)};
    const Money due{cash ? scene.view.payment.cash_due : scene.view.cart.due};
    if (goes_back(scene)) return refund_words(scene, memory, amount, -due);
    const Money over{amount - due};
    if (amount.is_negative() || (amount.is_zero() && !due.is_zero()))
        return {std::string{scene.ui.word("pay.none")}, false};
    const std::string taken{money_short(amount)};
    if (memory.tender == TenderKind::wallet || memory.tender == TenderKind::on_account) {
        const bool wallet{memory.tender == TenderKind::wallet};
        if (over > Money{}) return {scene.ui.word("pay.card_too_much", money_short(due)), false};
        if (over.is_zero()) return {scene.ui.word(wallet ? "pay.go_wallet" : "pay.go_account", taken), true};
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
    return go;
}

} // namespace guitai::ui
