// Everything at the counter that is no sale.
#include "tests/sim/clerk.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace guitai::sim {

void Clerk::enrol_member()
{
    MemberProfile profile;
    profile.phone = phone_of(m_dice.below(12));
    profile.name = "林晓梅";
    TillTally& own{m_tally.tills.at(m_till.number())};
    const std::string inviter{m_dice.percent(80) ? phone_of(m_dice.below(6)) : ""};
    act(EnrolMember{profile, inviter}, "member_enrolled", [&] {
        m_tally.points[{fmt::format("M{}-{:06}", m_till.number(), ++own.members)}];
        if (!inviter.empty()) m_newcomer = profile.phone;
    });
}

void Clerk::top_up()
{
    LoadValue command;
    const bool gift{m_dice.percent(40)};
    if (gift) command.gift_code = gift_code_of(m_dice.below(gift_cards));
    else command.phone_or_card = phone_of(m_dice.below(6));
    const auto amount = m_dice.between(1, 30) * 1'000;
    command.amount = Money::from_minor(amount);
    command.tender = m_dice.percent(70) ? TenderKind::cash : TenderKind::wallet;
    const TenderKind into{gift ? TenderKind::gift_card : TenderKind::stored_value};
    act(command, "value_loaded", [&] { m_tally.load(m_till.number(), command.tender, into, amount); });
}

// She brings back a part of what this till says that she owes.
void Clerk::pay_account()
{
    const std::int64_t customer{m_dice.below(4)};
    MemberId member;
    const auto found = look([&](TillStore& store) {
        const auto profile = store.members().find(phone_of(customer));
        if (profile) member = profile->member;
        return profile ? store.members().owed(member).minor() : 0;
    });
    const std::int64_t owed{found.value_or(0)};
    if (owed < 1) return;
    PayAccount command;
    command.phone_or_card = phone_of(customer);
    const std::int64_t amount{m_dice.between(1, owed)};
    command.amount = Money::from_minor(amount);
    command.tender = m_dice.percent(70) ? TenderKind::cash : TenderKind::card;
    act(command, "account_paid",
        [&] { m_tally.pay_account(m_till.number(), member, command.tender, amount); });
}

// Somebody else had served her after all; who sold how much in all stays as it was.
void Clerk::change_guides()
{
    const TillTally& own{m_tally.tills.at(m_till.number())};
    if (own.sold.empty()) return;
    const SoldTally& sale{m_dice.pick(own.sold)};
    if (!sale.guided) return;
    const std::int64_t share{m_dice.between(1, 9'999)};
    ChangeGuides command;
    command.receipt = {sale.receipt};
    command.line = m_dice.between(1, std::ssize(sale.wishes));
    command.guides = {{{people()[1].name}, {share}}, {{people()[2].name}, {10'000 - share}}};
    command.reason = "记错了导购";
    act(command, "guides_changed", [] {});
}

void Clerk::record_miss()
{
    const CatalogueItem& item{m_dice.pick(m_chain.items)};
    act(RecordMiss{item.style, item.colour, item.size, MissReason::size}, "miss_recorded",
        [&] { m_tally.miss(m_till.number()); });
}

void Clerk::look_after_orders()
{
    const bool to_send{m_dice.percent(40)};
    if (act(ListOrders{std::string{to_send ? to_send_filter : ""}}) != Did::yes) return;
    const std::vector<OrderBrief> orders{m_till.view().orders.orders};
    if (orders.empty()) return;
    if (to_send) send(m_dice.pick(orders));
    else look_after(m_dice.pick(orders));
}

// For the head office; a shop is slow, in a hurry, or has not got it after all.
void Clerk::send(const OrderBrief& order)
{
    if (order.on_trip) return come_back_from_the_door(order);
    // What was said before waits for its answer; the screens offer nothing else either.
    if (order.said == OrderSaid::pick_rejected || order.said == OrderSaid::handed_over) return;
    const bool untouched{order.state == OrderState::allocated && order.picker.empty() &&
                         order.said == OrderSaid::nothing};
    const bool is_packed{order.state == OrderState::packed || order.said == OrderSaid::packed};
    if (order.delivery == Delivery::collect && order.state == OrderState::packed) {
        collect(order);
    } else if (m_dice.percent(15)) {
        act(RejectPick{order.order, "找不到"}, "order_pick_rejected", [] {});
    } else if (untouched && m_dice.percent(50)) {
        act(TakePick{order.order}, "order_pick_taken", [] {});
    } else if (!is_packed && m_dice.percent(70)) {
        act(PackOrder{order.order}, "order_packed", [] {});
    } else if (order.delivery == Delivery::ship && m_dice.percent(40)) {
        act(HandOverOrder{order.order, {}, {}, {people()[0].name}}, "order_handed_over", [] {});
    } else {
        act(HandOverOrder{order.order, "顺丰", "SFS" + order.order.text, {}}, "order_handed_over", [] {});
    }
}

// What the shop's own runner did: once delivered, an honest one does not say so again at another till.
void Clerk::come_back_from_the_door(const OrderBrief& order)
{
    if (m_tally.orders.count(order.order) == 0 || m_tally.orders.at(order.order).collected) return;
    const std::int64_t how{m_dice.below(100)};
    if (how < 20) return void(act(TellTrip{order.order, TripEnd::not_there, "家里没人"}, "order_brought", [] {}));
    if (how < 30) return void(act(TellTrip{order.order, TripEnd::refused, "不要了"}, "order_brought", [] {}));
    const TenderKind tender{m_dice.percent(60) ? TenderKind::cash : TenderKind::card};
    act(TellTrip{order.order, TripEnd::delivered, {}, tender}, "order_brought",
        [&] { m_tally.collect(m_till.number(), order.order, tender); });
}

void Clerk::look_after(const OrderBrief& order)
{
    if (m_tally.orders.count(order.order) == 0) {
        return wonder(fmt::format("lists order {}, which nobody placed", order.order.text));
    }
    if (act(ShowOrder{order.order}) != Did::yes) return;
    if (m_dice.percent(20)) return ask_something(order);
    switch (order.state) {
    case OrderState::shipped:
    case OrderState::out_for_delivery:
    case OrderState::delivery_failed: return receive(order);
    case OrderState::arrived: return collect(order);
    case OrderState::substitute_offered:
        if (order.said != OrderSaid::nothing) return; // She has answered already.
        act(AnswerSubstitute{order.order, m_dice.percent(60)}, "order_substitute_answered", [] {});
        return;
    case OrderState::declined:
    case OrderState::cancelled:
    case OrderState::returned: return refund(order);
    default: return ask_something(order);
    }
}

bool Clerk::is_fetched_here(const OrderBrief& order) const
{
    return order.fetched_at.empty() || order.fetched_at == m_till.place();
}

void Clerk::receive(const OrderBrief& order)
{
    OrderTally& known{m_tally.orders.at(order.order)};
    if (known.delivery == Delivery::ship || known.arrived) return;
    if (!is_fetched_here(order)) {
        if (act(ReceiveOrder{order.order}) == Did::yes) wonder("receives what is fetched elsewhere");
        return;
    }
    // The parcel comes to one shop, once.
    act(ReceiveOrder{order.order}, "order_arrived", [&] { known.arrived = true; });
}

void Clerk::collect(const OrderBrief& order)
{
    if (m_tally.orders.at(order.order).collected) return; // An honest customer comes once.
    if (!is_fetched_here(order)) {
        if (act(CollectOrder{order.order, TenderKind::cash}) == Did::yes) wonder("hands out what is fetched elsewhere");
        return;
    }
    const TenderKind tender{m_dice.percent(60) ? TenderKind::cash : TenderKind::card};
    act(CollectOrder{order.order, tender}, "order_collected",
        [&] { m_tally.collect(m_till.number(), order.order, tender); });
}

void Clerk::refund(const OrderBrief& order)
{
    const OrderTally& known{m_tally.orders.at(order.order)};
    if (known.refunded || known.paid == 0) return;
    const bool is_here{known.till == m_till.number()};
    const TenderKind tender{!is_here                      ? TenderKind::cash
                            : known.stored >= known.paid ? TenderKind::stored_value
                                                         : known.most_by};
    const Did did{act(RefundOrder{order.order}, "order_refunded",
                      [&] { m_tally.refund(m_till.number(), order.order, tender); })};
    if (did != Did::yes) return;
    const auto event = decode(m_till.acknowledged().back());
    const auto* refunded = event ? std::get_if<OrderRefunded>(&event->body) : nullptr;
    if (refunded == nullptr || refunded->tender != tender || refunded->amount.minor() != known.paid) {
        wonder(fmt::format("gives back order {} otherwise than by {}: {}", order.order.text, word_of(tender),
                           m_till.acknowledged().back()));
    }
}

void Clerk::ask_something(const OrderBrief& order)
{
    if (m_dice.percent(50)) act(AskCancelOrder{order.order, "不要了"});
    else act(ChangeAddress{order.order, {"林女士", "13800000001", "西湖路 2 号"}});
}

void Clerk::move_cash()
{
    constexpr std::array<CashMovement, 4> ways{CashMovement::paid_in, CashMovement::paid_out, CashMovement::safe_drop,
                                               CashMovement::bank_drop};
    const CashMovement way{ways[static_cast<std::size_t>(m_dice.below(ways.size()))]};
    const std::int64_t most{way == CashMovement::paid_in ? 50'000 : std::min<std::int64_t>(cash_there(), 50'000)};
    if (most < 1) return;
    const std::int64_t minor{m_dice.between(1, most)};
    act_with_owner(MoveCash{way, Money::from_minor(minor), "零用"}, "cash_moved",
                   [&] { m_tally.move_cash(m_till.number(), way, minor); });
}

void Clerk::look_at_reports()
{
    if (m_dice.percent(50)) {
        act(TakeXReport{});
    } else if (act(CountCash{Money::from_minor(1'000), {}}) == Did::yes) {
        const std::int64_t expected{m_till.view().close.expected_cash.minor()};
        if (expected == cash_there()) return;
        wonder(fmt::format("expects {} where {} lies in the drawer", expected, cash_there()));
    }
}

void Clerk::change_hands()
{
    if (m_dice.percent(50) && act(SignOut{}) == Did::yes) m_name.clear();
    sign_in();
}

void Clerk::close_shift()
{
    // Now and then a note is missing, or one too many is there.
    const std::int64_t wrong{m_dice.percent(20) ? m_dice.between(-80, 80) * 100 : 0};
    const std::int64_t counted{std::max<std::int64_t>(cash_there() + wrong, 0)};
    CloseShift command{Money::from_minor(counted), {}, wrong == 0 ? "" : "找零有误"};
    const Did did{act_with_owner(command, "shift_closed", [&] { m_tally.close_shift(m_till.number(), counted); })};
    if (did != Did::yes) return;
    const std::int64_t expected{m_till.view().close.expected_cash.minor()};
    const std::int64_t there{m_tally.tills.at(m_till.number()).shifts.back().cash_in_drawer()};
    if (expected != there) wonder(fmt::format("closed with {} expected where {} lies in the drawer", expected, there));
}

} // namespace guitai::sim
