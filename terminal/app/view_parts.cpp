#include "terminal/app/view_parts.hpp"

#include "sync/events/purse_account.hpp"
#include "sync/points/points.hpp"
#include "terminal/app/advise.hpp"
#include "terminal/app/cannot.hpp"
#include "terminal/app/cards.hpp"
#include "terminal/app/club.hpp"
#include "terminal/app/complaints.hpp"
#include "terminal/app/file_keys.hpp"
#include "terminal/app/grid_ways.hpp"
#include "terminal/app/leases.hpp"
#include "terminal/app/member_file.hpp"
#include "terminal/app/own_file.hpp"
#include "terminal/app/pay_value.hpp"
#include "terminal/app/phone_approval.hpp"
#include "terminal/app/price_ticket.hpp"
#include "terminal/app/redeem_points.hpp"
#include "terminal/app/return_freight.hpp"
#include "terminal/app/returns.hpp"
#include "terminal/app/services.hpp"
#include "terminal/app/sign_in.hpp"
#include "terminal/app/talk.hpp"
#include "terminal/domain/shift.hpp"
#include "terminal/domain/tender.hpp"

#include <algorithm>
#include <map>

namespace guitai {
namespace {

CartLineView line_view(const CartLine& line, const PricedLine& priced)
{
    CartLineView view;
    view.line = line.number;
    view.kind = priced.kind;
    view.sku = line.product.sku;
    view.style = line.product.style;
    view.name = line.product.name;
    view.name_en = line.product.name_en;
    view.colour = line.product.colour;
    view.size = line.product.size;
    view.picture = line.product.picture;
    view.category = line.product.category;
    view.quantity = line.quantity;
    view.unit = priced.unit;
    view.discount = priced.discount;
    view.total = priced.total;
    view.tax = priced.tax;
    view.why = priced.why;
    view.pieces = priced.pieces;
    view.returned_receipt = line.returned.receipt;
    view.returned_line = line.returned.line;
    view.reason = line.returned.reason;
    view.swapped_receipt = line.swap.receipt;
    view.swapped_line = line.swap.line;
    view.serial = line.mark.serial;
    view.lot = line.mark.lot;
    view.guides = line.guides;
    view.note = line.note;
    view.delivery = line.order.delivery;
    view.fee = priced.fee;
    view.needs_serial = lacks_serial(line);
    view.needs_lot = lacks_lot(line);
    view.recipient = line.order.recipient;
    view.slot = line.order.slot;
    view.freight = line.returned.freight;
    view.freight_by = freight_payer(view.freight, view.reason);
    return view;
}

// Cloth by the metre is one piece, however long.
std::int64_t pieces_of(Quantity quantity) { return quantity.is_whole() ? quantity.whole() : 1; }

void show_payment(Desk& desk)
{
    PaymentView& payment{desk.state.view.payment};
    payment.tenders = desk.state.tenders;
    payment.received = desk.state.priced.total - desk.state.view.cart.due;
    payment.refund_by = original_tenders(desk);
    std::erase(payment.refund_by, TenderKind::points); // They go back by themselves.
    payment.cash_due = in_cash(desk, desk.state.view.cart.due);
    payment.quick_cash = quick_cash(payment.cash_due);
    payment.currencies = desk.state.rules.currencies;
    show_value(desk);
}

std::string name_of(const pricing::Offers& offers, const std::string& promotion, bool english)
{
    const pricing::Promotion* const offer{offers.find(promotion)};
    if (offer == nullptr) return promotion;
    return english ? offer->name_en : offer->name_zh;
}

// What the offers say of the ticket beside its prices.
void show_offers(Desk& desk)
{
    const TillState& state{desk.state};
    const pricing::Offers& offers{state.facts.offers ? *state.facts.offers : pricing::no_offers()};
    const auto named = [&](const std::string& promotion) {
        return OfferName{promotion, name_of(offers, promotion, false), name_of(offers, promotion, true)};
    };
    CartView& view{desk.state.view.cart};
    view.approximate = state.priced.approximate;
    view.unlock.clear();
    for (const pricing::Hint& hint : state.priced.unlock) {
        view.unlock.push_back({hint.key, named(hint.promotion), Money::from_minor(hint.missing),
                               hint.missing_quantity, hint.part, Money::from_minor(hint.gain), hint.gain_quantity,
                               hint.gain_coupons, hint.quantity, Money::from_minor(hint.price)});
    }
    view.not_applied.clear();
    for (const pricing::NotApplied& row : state.priced.not_applied) {
        view.not_applied.push_back({named(row.promotion), row.key});
    }
    view.coupons.clear();
    const auto used = coupons_used(state);
    for (const pricing::HeldCoupon& coupon : state.coupons) {
        const bool takes_part{std::any_of(used.begin(), used.end(),
                                          [&](const auto& other) { return other.code == coupon.code; })};
        view.coupons.push_back({coupon.code, named(coupon.promotion), takes_part});
    }
    view.coupons_issued.clear();
    for (const pricing::CouponsToCome& row : state.priced.coupons_issued) {
        view.coupons_issued.push_back({named(row.promotion), named(row.coupon), row.count});
    }
}

Money total_of_parked(const Desk& desk, const TicketParked& ticket)
{
    Cart cart;
    for (const ParkedLine& line : ticket.lines) {
        const auto product = desk.ports.catalogue.find(line.sku);
        const auto added = product ? cart.add(*product, line.quantity) : refuse("cart.unknown_sku");
        if (added) {
            (void)cart.discount(*added, {line.discount_percent, line.discount_amount, line.discount_reason});
        }
    }
    auto member = ticket.member.empty() ? std::nullopt : desk.ports.members.find(ticket.member.text);
    if (member) member = with_tier(desk, std::move(*member));
    std::vector<pricing::HeldCoupon> coupons;
    for (const CouponMoved& coupon : ticket.coupons) coupons.push_back(held(coupon));
    return cart.priced(facts_for(desk, member, coupons, pricing::parse_moment(ticket.opened_local))).total;
}

} // namespace

void show_amounts_on_ticket(Desk& desk)
{
    std::map<StyleId, std::int64_t> of_style;
    std::map<Sku, std::int64_t> of_sku;
    for (const CartLine& line : desk.state.cart.lines()) {
        of_style[line.product.style] += pieces_of(line.quantity);
        of_sku[line.product.sku] += pieces_of(line.quantity);
    }
    const auto counted = [](const auto& counts, const auto& key) {
        const auto found = counts.find(key);
        return found == counts.end() ? std::int64_t{0} : found->second;
    };
    for (StyleTile& tile : desk.state.view.catalogue.tiles) tile.in_cart = counted(of_style, tile.style);
    for (CellView& cell : desk.state.view.grid.cells) cell.in_cart = counted(of_sku, cell.sku);
}

std::string variant_of(const CatalogueItem& product)
{
    if (product.colour.empty() || product.size.empty()) return product.colour + product.size;
    return product.colour + " " + product.size;
}

void show_cart(Desk& desk, LineNumber last_touched)
{
    TillState& state{desk.state};
    if (state.cart.is_empty()) stop_waiting(desk); // Or the next customer's goods would be paid by this one's card.
    work_out_refunds(desk);
    price_ticket(desk);
    if (state.cart.is_empty()) state.first_line_at_ms = 0;
    else if (state.first_line_at_ms == 0) state.first_line_at_ms = desk.now_ms();
    if (!state.cart.is_empty()) advance_talk(desk, TalkStep::choose);
    forget_suggestions(desk);
    CartView& view{state.view.cart};
    view.lines.clear();
    view.lines.reserve(state.cart.lines().size());
    view.pieces = 0;
    for (std::size_t at{0}; at < state.cart.lines().size(); ++at) {
        const CartLine& line{state.cart.lines()[at]};
        view.lines.push_back(line_view(line, state.priced.lines[at]));
        view.pieces += pieces_of(line.quantity);
    }
    show_fit(desk);
    view.subtotal = state.priced.subtotal;
    view.discount = state.priced.discount;
    view.tax = state.priced.tax;
    view.delivery = state.priced.delivery;
    view.total = state.priced.total;
    view.order_total = state.priced.order_total;
    view.due = still_due(state.priced.total, state.priced.order_total, with_points(desk, state.tenders)).due;
    view.visit_points = visit_points(desk);
    view.points_earned = state.member ? state.priced.points + view.visit_points : 0;
    show_offers(desk);
    show_points(desk);
    show_services(desk);
    view.points_back = 0;
    for (const PointsBack& back : points_back(desk)) view.points_back += back.points;
    view.note = state.note;
    view.last_touched = last_touched;
    view.can_undo_remove = state.cart.can_undo_remove();
    show_payment(desk);
    show_amounts_on_ticket(desk);
}

void show_session(Desk& desk)
{
    SessionView& session{desk.state.view.session};
    desk.state.shift = desk.ports.days.open_shift();
    session.shift = desk.state.shift.shift;
    session.business_date = session.shift == 0 ? desk.today() : desk.state.shift.business_date;
    session.shift_opened_at_ms = desk.state.shift.opened_at_ms;

    session.people.clear();
    for (const StaffReader::Person& person : desk.ports.staff.people()) {
        session.people.push_back(person_view(person, desk.now_ms()));
    }
    std::stable_sort(session.people.begin(), session.people.end(),
                     [](const PersonView& a, const PersonView& b) { return a.role < b.role; });
    session.staff.reset();
    if (desk.state.staff) session.staff = person_view(*desk.state.staff, desk.now_ms());
}

void show_tiles(Desk& desk)
{
    CatalogueView& view{desk.state.view.catalogue};
    view.categories = desk.ports.catalogue.categories();
    view.styles = desk.ports.catalogue.count_styles(view.category);
    show_tile_window(desk);
}

void show_tile_window(Desk& desk)
{
    CatalogueView& view{desk.state.view.catalogue};
    view.first = std::clamp<std::int64_t>(view.first, 0, std::max<std::int64_t>(view.styles - 1, 0));
    view.tiles = desk.ports.catalogue.tiles(view.category, view.first, tiles_window);
    show_amounts_on_ticket(desk);
}

void show_tiles_of(Desk& desk, const std::set<StyleId>& styles)
{
    for (StyleTile& tile : desk.state.view.catalogue.tiles) {
        if (styles.find(tile.style) == styles.end()) continue;
        if (auto fresh = desk.ports.catalogue.tile(tile.style)) tile = std::move(*fresh);
    }
    show_amounts_on_ticket(desk);
}

void show_grid(Desk& desk)
{
    GridView& view{desk.state.view.grid};
    if (view.style.empty()) return;
    GridView fresh{desk.ports.catalogue.grid(view.style)};
    fresh.chosen = view.chosen;
    view = std::move(fresh);
    show_ways(desk);
    show_amounts_on_ticket(desk);
}

void show_parked(Desk& desk)
{
    std::vector<ParkedView>& parked{desk.state.view.cart.parked};
    parked = desk.ports.days.parked();
    for (ParkedView& one : parked) {
        const auto ticket = desk.ports.days.parked(one.ticket, one.till);
        if (ticket) one.total = total_of_parked(desk, *ticket);
    }
}

void show_close(Desk& desk)
{
    CloseView& view{desk.state.view.close};
    view.variance_limit = variance_limit;
    view.open_orders = desk.ports.orders.list("", orders_window);
    view.open_shifts.clear();
    if (desk.state.shift.shift != 0) view.open_shifts.push_back(desk.state.shift.shift);
}

std::string shown_name(const MemberProfile& member) { return member.name.empty() ? member.phone : member.name; }

MemberView whole_member_view(const Desk& desk, const MemberProfile& profile)
{
    constexpr std::int64_t purchases_shown{10};
    MemberView view;
    const std::string today{desk.today()};
    view.profile = profile;
    view.points = desk.ports.members.points(profile.member, today);
    view.open_orders = desk.ports.members.open_orders(profile.member);
    view.last_purchases = desk.ports.members.last_purchases(profile.member, purchases_shown);
    if (desk.ports.points != nullptr) view.stored = desk.ports.points->value(value_account(profile.member), today);
    view.owed = desk.ports.members.owed(profile.member);
    view.account_left = std::max(profile.account_limit - view.owed, Money{});
    show_fees(desk, view);
    show_member_file(desk, view);
    view.complaints = complaints_of(desk, profile.member);
    view.birthday_today = is_iso_date(profile.birthday) && profile.birthday.substr(5) == today.substr(5);
    return view;
}

MemberView member_view(const Desk& desk, const MemberProfile& profile)
{
    MemberView view{whole_member_view(desk, profile)};
    lock_file(desk, view);
    return view;
}

void put_on_ticket(Desk& desk, const MemberProfile& profile)
{
    MemberView view{whole_member_view(desk, profile)};
    desk.state.member = view.profile;
    desk.state.member_notes = view.notes;
    lock_file(desk, view);
    desk.state.view.cart.member = std::move(view);
}

void show_members(Desk& desk)
{
    const auto read_again = [&](std::optional<MemberView>& view) {
        if (!view) return;
        const MemberId before{view->profile.member};
        const MemberId merged_from{view->merged_from};
        const auto profile = desk.ports.members.find(before.text);
        if (!profile) return;
        view = member_view(desk, *profile);
        view->merged_from = profile->member == before ? merged_from : before;
    };
    read_again(desk.state.view.member);
    if (desk.state.member) {
        const MemberProfile before{*desk.state.member};
        const auto now = desk.ports.members.find(before.member.text).value_or(before);
        if (now.member != before.member) rename_purse(desk.state, before.member, now.member);
        put_on_ticket(desk, now);
    }
    show_own_file(desk);
}

void show_frame(Desk& desk)
{
    TillView& view{desk.state.view};
    view.now_ms = desk.now_ms();
    view.sync = desk.ports.sync.status();
    view.printer_ok = desk.ports.printer.ok();
    view.printer_trouble = desk.ports.printer.trouble();
    view.print_jobs = desk.ports.printer.waiting();
    show_cards(desk);
    view.talk.step = desk.state.talk.step;
    view.approval = {};
    if (desk.state.pending) {
        view.approval.code = desk.state.pending->code;
        view.approval.detail = desk.state.pending->detail;
        view.approval.least = Role::owner;
        view.approval.phone = phone_view(desk);
    }
}

void forget_visit(Desk& desk)
{
    desk.state.accepted.clear();
    desk.state.question_done = false;
}

void forget_ticket(Desk& desk)
{
    forget_visit(desk);
    desk.state.cart = {};
    desk.state.member.reset();
    desk.state.tenders.clear();
    desk.state.note.clear();
    desk.state.talk = {};
    desk.state.instead.clear();
    desk.state.redeem = {};
    desk.state.value = {};
    forget_services(desk);
    desk.state.sales.clear();
    desk.state.coupons.clear();
    desk.state.facts = {};
    desk.state.view.returns = {};
    desk.state.view.price_check = {};
    desk.state.view.cart.member.reset();
    desk.state.view.cart.total_before = {};
    show_cart(desk);
    tend_leases(desk);
}

} // namespace guitai
