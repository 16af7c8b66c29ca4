#include "terminal/ui/screens/tender_cards.hpp"

#include "sync/events/purse_account.hpp"

#include <array>

namespace guitai::ui {
namespace {

constexpr std::array<TenderCard, 8> tender_cards{{
    {TenderKind::cash, icon::payments, Key::f1},
    {TenderKind::wallet, icon::qr_code_scanner, Key::f2},
    {TenderKind::card, icon::credit_card, Key::f3},
    {TenderKind::cod, icon::local_shipping, Key::f4},
    {TenderKind::on_account, icon::note_add, Key::f6},
    {TenderKind::foreign_cash, icon::savings, Key::f7},
    {TenderKind::stored_value, icon::account_balance_wallet, Key::f8},
    {TenderKind::gift_card, icon::redeem, Key::f9},
}};

// Back goes what came out; out goes what she has, or what is on a card.
bool purse_is_here(const Scene& scene, TenderKind tender)
{
    const PaymentView& payment{scene.view.payment};
    const auto& member = scene.view.cart.member;
    const bool stored{tender == TenderKind::stored_value};
    if (goes_back(scene)) return !(stored ? payment.stored_back : payment.gift_back).is_zero();
    return stored ? member && member->stored > Money{} : payment.takes_gift_cards;
}

} // namespace

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
        if (is_purse_tender(card.tender) && !purse_is_here(scene, card.tender)) continue;
        cards.push_back(&card);
    }
    return cards;
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
    const Type type{c.width(Type::strong, word) > words.w ? Type::caption : Type::strong};
    c.text({words.x, words.y - 12.0F, words.w, words.h}, type, ink, word);
    const std::string_view note{card.tender == TenderKind::cod && !enabled ? scene.ui.word("pay.orders_only")
                                                                           : cap_of(card.key)};
    c.text({words.x, words.y + 13.0F, words.w, words.h}, Type::caption, enabled ? p.ink_soft : p.ink_faint, note);
    if (touch.focused) focus_ring(c, box, radius_m);
    return touch.tapped;
}

void draw_counter_tenders(Scene& scene, std::string_view id, const Rect& row, TenderKind& chosen)
{
    constexpr std::array<TenderKind, 3> tenders{TenderKind::cash, TenderKind::wallet, TenderKind::card};
    for (int i{0}; i < static_cast<int>(tenders.size()); ++i) {
        const TenderKind tender{tenders[static_cast<std::size_t>(i)]};
        const Rect at{row.cell(i, static_cast<int>(tenders.size()), 0, 1, gap_s)};
        const std::string name{std::string{id} + "/" + std::to_string(i)};
        if (chip(scene.ui, name, at, tender_word(scene, tender), chosen == tender)) chosen = tender;
    }
}

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

} // namespace guitai::ui
