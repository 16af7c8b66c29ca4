#include "sync/office/news.hpp"

#include "sync/events/payment_number.hpp"
#include "sync/office/club.hpp"
#include "sync/office/complaint_desk.hpp"
#include "sync/office/content.hpp"
#include "sync/office/fulfilment.hpp"
#include "sync/office/leases.hpp"
#include "sync/office/member_news.hpp"
#include "sync/office/pairings.hpp"
#include "sync/office/privacy.hpp"
#include "sync/office/projections/coupons.hpp"
#include "sync/office/projections/items.hpp"
#include "sync/office/projections/members.hpp"
#include "sync/office/projections/orders.hpp"
#include "sync/office/projections/people.hpp"
#include "sync/office/projections/trade.hpp"
#include "sync/office/referrals.hpp"
#include "sync/office/stored_value.hpp"
#include "sync/office/together.hpp"
#include "sync/purses/owners.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace guitai::office {
namespace {

using Concerns = std::vector<Refusal>;

// Two tills cut off from us can both take the same piece back: the second one's money is gone, and people are told.
Concerns about_returns(database::Connection& connection, const SaleCompleted& sale)
{
    Concerns concerns;
    for (const SaleLine& line : sale.lines) {
        if (line.line_kind != LineKind::return_ || line.returned_receipt.empty()) continue;
        const auto sold = find_receipt_line(connection, line.returned_receipt, line.returned_line);
        if (!sold || sold->returned_milli + line.quantity.milli() <= sold->sold_milli) continue;
        concerns.push_back({"sale.returned_twice",
                            fmt::format("line {} of {} came back once more with {}: {} went out", line.returned_line,
                                        line.returned_receipt.text, sale.receipt.text, text_of(-line.total))});
    }
    return concerns;
}

// Two tills cut off from us can take one coupon twice: what the second one let go of is a loss with a name.
Concerns about_coupons(database::Connection& connection, const SaleCompleted& sale)
{
    Concerns concerns;
    for (const CouponMoved& coupon : sale.coupons_used) {
        const auto known = coupon.is_public() ? std::nullopt : find_coupon(connection, coupon.code);
        if (!known || known->used_by == sale.receipt) continue;
        const auto back = std::count_if(sale.coupons_back.begin(), sale.coupons_back.end(),
                                        [&](const CouponMoved& each) { return each.code == coupon.code; });
        if (known->uses - back <= 0) continue;
        concerns.push_back({"coupon.used_twice",
                            fmt::format("coupon {} of {} was used by {} and by {}", coupon.code, coupon.promotion,
                                        known->used_by.empty() ? "another receipt" : known->used_by.text,
                                        sale.receipt.text)});
    }
    return concerns;
}

Concerns about(database::Connection& connection, const SaleCompleted& sale)
{
    Concerns concerns{about_returns(connection, sale)};
    for (Refusal& concern : about_coupons(connection, sale)) concerns.push_back(std::move(concern));
    for (const SaleLine& line : sale.lines) {
        if (!is_listed(connection, line.sku)) {
            concerns.push_back({"sale.unknown_sku", fmt::format("{} of {}", line.sku.text, sale.receipt.text)});
            break;
        }
    }
    if (!sale.member.empty() && !is_member(connection, sale.member)) {
        concerns.push_back({"sale.unknown_member", fmt::format("{} of {}", sale.member.text, sale.receipt.text)});
    }
    return concerns;
}

Concerns about(database::Connection& connection, const OrderPlaced& order)
{
    Concerns concerns;
    if (find_order(connection, order.order)) {
        concerns.push_back({"order.same_number", fmt::format("{} is here already", order.order.text)});
    }
    if (!is_listed(connection, order.sku)) {
        concerns.push_back({"order.unknown_sku", fmt::format("{} of {}", order.sku.text, order.order.text)});
    }
    return concerns;
}

Concerns about(database::Connection& connection, const AccountPaid& paid)
{
    if (is_member(connection, paid.member)) return {};
    return {{"account.unknown_member", fmt::format("{} paid back {}", paid.member.text, text_of(paid.taken.amount))}};
}

// Two tills that could not hear of each other gave the money of one order back. It left
// the drawer and is counted there; that it is gone must stand somewhere under its name.
Refusal refunded_twice(database::Connection& connection, const Event& event)
{
    const auto& refunded = std::get<OrderRefunded>(event.body);
    return {"order.refunded_twice", fmt::format("{} · {} · {} {}", refunded.order.text, text_of(refunded.amount),
                                                store_of(connection, event.origin).text, refunded.staff.text)};
}

// A parcel that the carrier took although the order was given up meanwhile: people must stop it, or its loss has a
// name.
Concerns about_parcel(database::Connection& connection, const OrderHandedOver& handed)
{
    const auto known = find_order(connection, handed.order);
    if (!known) return {{"order.unknown", fmt::format("no order {}", handed.order.text)}};
    const bool may_go{known->source == handed.place && is_reserved(known->state)};
    const bool has_gone{is_on_its_way(known->state) || is_with_customer(known->state)};
    if (may_go || (has_gone && known->source == handed.place)) return {};
    return {{"order.sent_anyway", fmt::format("{} · {} · {} {}", handed.order.text, handed.place.text,
                                              handed.staff.text, handed.tracking)}};
}

// Money that was taken at the door lies in a drawer, whatever had become of the order meanwhile.
Concerns about_trip(database::Connection& connection, const OrderBrought& brought)
{
    const auto known = find_order(connection, brought.order);
    if (!known) return {{"order.unknown", fmt::format("no order {}", brought.order.text)}};
    if (is_with_runner_of(known, brought.place) || brought.end != TripEnd::delivered) return {};
    return {{"order.brought_anyway", fmt::format("{} · {} · {} {}", brought.order.text, text_of(brought.amount),
                                                 brought.place.text, brought.staff.text)}};
}

// Questions are answered in any state, so only a step that a till took can be impossible.
Concerns about_step(database::Connection& connection, const Event& event, const OrderStepAsked& asked)
{
    const auto known = find_order(connection, asked.order);
    if (!known) return {{"order.unknown", fmt::format("no order {}", asked.order.text)}};
    if (asked.step == OrderStep::ask_cancel) return {};
    if (asked.step == OrderStep::refund && known->state == OrderState::refunded) {
        return {refunded_twice(connection, event)};
    }
    if (const auto next = after(known->state, asked.step); !next) {
        return {{next.error().code, fmt::format("{}: {}", asked.order.text, next.error().detail)}};
    }
    return {};
}

// Goods that left or came back; what the head office delivers never was on this shelf.
void tell_stock(Office& office, const database::Transaction& open, const Event& event, const SaleCompleted& sale)
{
    StockMoved sold{StockReason::sold, event.origin, event.number, {}};
    StockMoved returned{StockReason::returned, event.origin, event.number, {}};
    for (const SaleLine& line : sale.lines) {
        if (line.line_kind == LineKind::order || line.quantity.is_zero()) continue;
        const Quantity pieces{line.quantity.milli() < 0 ? -line.quantity : line.quantity};
        if (line.line_kind == LineKind::return_)
            returned.moves.push_back({sale.store, line.sku, pieces});
        else
            sold.moves.push_back({sale.store, line.sku, -pieces});
    }
    for (const StockMoved& all : {sold, returned}) {
        for (std::size_t from{0}; from < all.moves.size(); from += moves_per_event_max) {
            const auto first = all.moves.begin() + static_cast<std::ptrdiff_t>(from);
            const std::size_t count{std::min(moves_per_event_max, all.moves.size() - from)};
            office.say(open, StockMoved{all.reason,
                                        all.source_origin,
                                        all.source_number,
                                        {first, first + static_cast<std::ptrdiff_t>(count)}});
        }
    }
}

void tell_points(Office& office, const database::Transaction& open, const Event& event, const SaleCompleted& sale)
{
    for (const PointsBack& back : sale.points_back) {
        office.say(open, PointsPosted{back.member, -back.points, back.expires_on, PointsReason::reversed,
                                      back.receipt.text, event.origin, event.number, {}, sale.business_date});
    }
    if (sale.member.empty() || sale.points_earned == 0) return;
    office.say(open, PointsPosted{sale.member, sale.points_earned, sale.points_expire_on,
                                  sale.points_earned > 0 ? PointsReason::earned : PointsReason::reversed,
                                  sale.receipt.text, event.origin, event.number,
                                  sale.earned.empty() ? "" : sale.earned.front().matures_on, sale.business_date});
}

void tell_account(Office& office, const database::Transaction& open, const Event& event, const SaleCompleted& sale)
{
    Money owed;
    for (const TenderTaken& taken : sale.tenders) {
        if (taken.tender == TenderKind::on_account) owed += taken.amount;
    }
    if (sale.member.empty() || owed.is_zero()) return;
    office.say(open, AccountPosted{sale.member, owed, sale.receipt.text, event.origin, event.number});
}

void tell_account(Office& office, const database::Transaction& open, const Event& event, const OrderRefunded& refunded)
{
    if (refunded.tender != TenderKind::on_account) return;
    const auto order = find_order(office.connection(), refunded.order);
    if (!order || order->placed.member.empty()) return;
    office.say(open, AccountPosted{order->placed.member, -refunded.amount, refunded.order.text, event.origin,
                                   event.number});
}

// The till that took the money has counted it; every other one has more room for her now.
void tell_paid_back(Office& office, const database::Transaction& open, const Event& event, const AccountPaid& paid)
{
    office.say(open, AccountPosted{paid.member, -paid.taken.amount, payment_number(paid, event.origin), event.origin,
                                   event.number});
}

void tell_returns(Office& office, const database::Transaction& open, const Event& event, const SaleCompleted& sale)
{
    for (const SaleLine& line : sale.lines) {
        if (line.line_kind != LineKind::return_ || line.returned_receipt.empty()) continue;
        // The till that took it back knows already; all others may have asked for a copy of that receipt.
        office.say(open, ReturnNoted{line.returned_receipt, line.returned_line, line.quantity, event.origin,
                                     event.number});
    }
}

void tell_offers(Office& office, const database::Transaction& open, const Event& event, const SaleCompleted& sale)
{
    OffersMoved moved;
    moved.receipt = sale.receipt;
    moved.member = sale.member;
    moved.uses = sale.uses;
    moved.coupons_used = sale.coupons_used;
    moved.coupons_issued = sale.coupons_issued;
    moved.coupons_back = sale.coupons_back;
    moved.coupons_void = sale.coupons_void;
    moved.source_origin = event.origin;
    moved.source_number = event.number;
    const bool nothing{moved.uses.empty() && moved.coupons_used.empty() && moved.coupons_issued.empty() &&
                       moved.coupons_back.empty() && moved.coupons_void.empty()};
    if (!nothing) office.say(open, std::move(moved));
}

// From now on no till takes her for somebody who never bought.
void tell_first_purchase(Office& office, const database::Transaction& open, const SaleCompleted& sale)
{
    const bool bought{std::any_of(sale.lines.begin(), sale.lines.end(),
                                  [](const SaleLine& line) { return line.line_kind != LineKind::return_; })};
    if (!bought || sale.member.empty() || !is_member(office.connection(), sale.member)) return;
    // Under another number of hers, too, at a till that had not heard of it.
    for (const MemberId& number : {sale.member, purses::person_of(office.connection(), sale.member)}) {
        auto profile = profile_of(office.connection(), number);
        if (!profile || !profile->first_bought_on.empty()) continue;
        // Her number is as old as her joining: a shift that began the day before says nothing else.
        profile->first_bought_on = std::max(sale.business_date, profile->joined_on);
        office.say(open, MemberSet{std::move(*profile), office_origin, 0});
    }
}

void tell_order(Office& office, const database::Transaction& open, const Event& event, const OrderPlaced& order)
{
    if (!began_with(office.connection(), order.order, event)) return; // A number used twice.
    office.say(open, OrderTaken{order.order, event.origin, event.number, order.store, order.staff, order.member,
                                order.sku, order.name, order.variant, order.quantity, order.delivery,
                                order.recipient.name, order.total, order.paid, order.due_on_delivery, event.at_ms,
                                order.slot, collected_at(order)});
}

// What was not possible was set apart and moved nothing, here and everywhere.
void tell_handled(Office& office, const database::Transaction& open, const Event& event, OrderHandled handled)
{
    if (!was_moved_by(office.connection(), handled.order, event)) return;
    handled.source_origin = event.origin;
    handled.source_number = event.number;
    office.say(open, std::move(handled));
}

void tell_collected(Office& office, const database::Transaction& open, const Event& event,
                    const OrderCollected& collected)
{
    const bool moved{was_moved_by(office.connection(), collected.order, event)};
    const auto row = find_order(office.connection(), collected.order);
    if (!row || !is_with_customer(row->state)) return;
    reward(office, open, row->placed);
    // What lay ready where it was fetched leaves that shelf now; all else left with its carrier.
    if (!moved || !row->carrier.empty()) return;
    office.say(open, StockMoved{StockReason::ordered, office_origin, 0,
                                {{row->source, row->placed.sku, -row->placed.quantity}}});
}

// The other tills of the shop may take it up.
void tell_parked(Office& office, const database::Transaction& open, const Event& event, const TicketParked& parked)
{
    const PlaceCode store{store_of(office.connection(), event.origin)};
    if (!store.empty()) office.say(open, ParkedTold{store, event.origin, event.at_ms, parked});
}

void tell_recalled(Office& office, const database::Transaction& open, const Event& event,
                   const TicketRecalled& recalled)
{
    const PlaceCode store{store_of(office.connection(), event.origin)};
    const TillNumber owner{recalled.till == 0 ? event.origin : recalled.till};
    if (!store.empty()) office.say(open, RecallTold{store, owner, recalled.ticket, event.origin, event.number});
}

} // namespace

std::vector<Refusal> concerns_about(database::Connection& connection, const Event& event)
{
    if (auto fault = fault_of(event)) return {std::move(*fault)};
    if (const auto asked = step_of(event)) return about_step(connection, event, *asked);
    if (auto concerns = concerns_about_members(connection, event); !concerns.empty()) return concerns;
    if (auto concerns = concerns_about_complaints(connection, event); !concerns.empty()) return concerns;
    return std::visit(Cases{[&](const SaleCompleted& sale) {
                                Concerns concerns{about(connection, sale)};
                                for (Refusal& one : concerns_about_points(connection, event, sale)) {
                                    concerns.push_back(std::move(one));
                                }
                                for (Refusal& one : concerns_about_value(connection, event, sale)) {
                                    concerns.push_back(std::move(one));
                                }
                                return concerns;
                            },
                            [&](const ValueLoaded& loaded) { return concerns_about_value(connection, loaded); },
                            [&](const MembershipPaid& paid) { return concerns_about_club(connection, paid); },
                            [&](const MembershipRefunded& to) { return concerns_about_club(connection, event, to); },
                            [&](const ServiceReturned& back) { return concerns_about_club(connection, back); },
                            [&](const OrderPlaced& order) { return about(connection, order); },
                            [&](const AccountPaid& paid) { return about(connection, paid); },
                            [&](const OrderHandedOver& handed) { return about_parcel(connection, handed); },
                            [&](const OrderBrought& brought) { return about_trip(connection, brought); },
                            [&](const OrderAddressAsked& asked) {
                                return find_order(connection, asked.order)
                                           ? Concerns{}
                                           : Concerns{{"order.unknown", fmt::format("no order {}", asked.order.text)}};
                            },
                            [](const auto&) { return Concerns{}; }},
                      event.body);
}

void tell(Office& office, const database::Transaction& open, const Event& event)
{
    if (fault_of(event)) return;
    tell_leases(office, open, event);
    tell_members(office, open, event);
    tell_complaints(office, open, event);
    tell_privacy(office, open, event);
    std::visit(Cases{[&](const SaleCompleted& sale) {
                         tell_stock(office, open, event, sale);
                         tell_points(office, open, event, sale);
                         tell_account(office, open, event, sale);
                         tell_value(office, open, event, sale);
                         tell_returns(office, open, event, sale);
                         tell_offers(office, open, event, sale);
                         tell_first_purchase(office, open, sale);
                         tell_referrals(office, open, event, sale);
                         tell_shares(office, open, event, sale);
                     },
                     [&](const AccountPaid& paid) { tell_paid_back(office, open, event, paid); },
                     [&](const ValueLoaded& loaded) { tell_value(office, open, event, loaded); },
                     [&](const MembershipPaid& paid) { tell_club(office, open, event, paid); },
                     [&](const MembershipRefunded& back) { tell_club(office, open, event, back); },
                     [&](const ServiceReturned& back) { tell_club(office, open, event, back); },
                     [&](const OrderPlaced& order) { tell_order(office, open, event, order); },
                     [&](const TicketParked& parked) { tell_parked(office, open, event, parked); },
                     [&](const TicketRecalled& recalled) { tell_recalled(office, open, event, recalled); },
                     [&](const OrderArrived& at) {
                         tell_handled(office, open, event, {at.order, 0, 0, Handling::arrived, at.staff, {}});
                     },
                     [&](const OrderCollected& to) {
                         tell_handled(office, open, event, {to.order, 0, 0, Handling::collected, to.staff, to.amount});
                         tell_collected(office, open, event, to);
                     },
                     [&](const OrderRefunded& to) {
                         tell_value(office, open, event, to);
                         tell_account(office, open, event, to);
                         tell_handled(office, open, event, {to.order, 0, 0, Handling::refunded, to.staff, to.amount});
                     },
                     [&](const DayClosed& closed) { tell_pairings_of_day(office, open, closed.business_date); },
                     [&](const OrderCancelAsked& asked) { answer(office, open, asked); },
                     [&](const OrderAddressAsked& asked) { answer(office, open, asked); },
                     [&](const OrderPickTaken& said) { answer(office, open, said); },
                     [&](const OrderPickRejected& said) { answer(office, open, said); },
                     [&](const OrderPacked& said) { answer(office, open, said); },
                     [&](const OrderHandedOver& said) { answer(office, open, said); },
                     [&](const OrderBrought& said) { answer(office, open, said); },
                     [&](const OrderSubstituteAnswered& said) { answer(office, open, said); }, [](const auto&) {}},
               event.body);
}

} // namespace guitai::office
