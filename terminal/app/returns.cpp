#include "terminal/app/returns.hpp"

#include "sync/events/override_action.hpp"
#include "terminal/app/edit_cart.hpp"
#include "terminal/app/known_sales.hpp"
#include "terminal/app/permission.hpp"
#include "terminal/app/return_freight.hpp"
#include "terminal/app/use_cases.hpp"
#include "terminal/app/view_parts.hpp"
#include "terminal/app/void_coupons.hpp"
#include "terminal/domain/shop_rules.hpp"

#include <algorithm>
#include <optional>

namespace guitai {
namespace {

constexpr std::size_t reason_bytes_max{200};
constexpr std::int64_t member_receipts_max{20};

// Pieces come back whole, and what is weighed as it went out.
Result<void> check_part(const SaleLine& sold, Quantity out, Quantity back)
{
    if (back == out || (!was_measured(sold) && back.is_whole())) return {};
    return refuse("return.whole_line", sold.name);
}

// The very piece that was sold comes back, and no other of its kind.
Result<void> check_serial(const SoldPiece& piece, const std::string& serial)
{
    if (piece.mark.serial.empty() || piece.mark.serial == serial) return {};
    return refuse(serial.empty() ? "return.needs_serial" : "return.wrong_serial", piece.mark.serial);
}

// Without a receipt the piece itself has to say which one it is.
Result<void> check_named(const CatalogueItem& product, const ReturnGoods& command)
{
    if (!product.needs_serial) return {};
    if (command.serial.empty()) return refuse("return.needs_serial", product.name);
    return command.quantity == Quantity::pieces(1) ? Result<void>{} : refuse("cart.serial_each");
}

Visit visit_of(const Desk& desk, const ReceiptNumber& receipt)
{
    Visit visit;
    for (const CartLine& line : desk.state.cart.lines()) {
        if (line.kind != LineKind::return_ || line.returned.receipt != receipt) continue;
        visit.push_back({line.returned.line, line.quantity});
    }
    return visit;
}

// The one receipt whose goods come back, where the ticket holds nothing else; null: it does.
const KnownSale* returned_alone(const Desk& desk)
{
    const auto& lines = desk.state.cart.lines();
    if (lines.empty() || lines.front().returned.receipt.empty()) return nullptr;
    const ReceiptNumber& receipt{lines.front().returned.receipt};
    const bool alone{std::all_of(lines.begin(), lines.end(), [&](const CartLine& line) {
        return line.kind == LineKind::return_ && line.returned.receipt == receipt && line.swap.none();
    })};
    return alone ? &desk.state.sales.at(receipt) : nullptr;
}

// Nothing of it stays with the customer after this ticket.
bool comes_back_whole(const KnownSale& known, const Visit& now)
{
    std::vector<Visit> visits{known.visits};
    visits.push_back(now);
    return nothing_is_kept(known.sale, visits);
}

// Nothing where it was not paid in cash alone.
std::optional<Money> rounded_at_the_sale(const SaleCompleted& sale)
{
    Money rounded;
    for (const TenderTaken& taken : sale.tenders) {
        if (taken.tender != TenderKind::cash) return std::nullopt;
        rounded += taken.rounded;
    }
    return rounded;
}

// Without a receipt nobody knows what was paid: no more goes back than it costs this customer today.
void refund_at_todays_price(Desk& desk, const CartLine& line)
{
    const CatalogueItem& product{line.product};
    const Money price{line.quantity.times(desk.price_for_customer(product))};
    if (desk.tax_mode() == TaxMode::included) {
        desk.state.cart.set_refund(line.number, {price, price.tax_inside(product.tax_rate), {}});
    } else {
        const Money tax{price.at_rate(product.tax_rate)};
        desk.state.cart.set_refund(line.number, {price + tax, tax, {}});
    }
}

// Without a receipt a role gives back only so much on one ticket; a second person may allow more.
Result<void> may_refund_unseen(Desk& desk, const Command& command, const CartLine& asked, Money more)
{
    Money wanted{more};
    for (const CartLine& line : desk.state.cart.lines()) {
        if (line.kind == LineKind::return_ && line.returned.receipt.empty()) wanted += line.returned.refund.amount;
    }
    if (wanted <= desk.limit().refund_max || !desk.state.approved_by.empty()) return {};
    OverrideGiven given;
    given.action = override_action::return_unseen;
    given.reason = asked.returned.reason;
    given.subject = asked.product.sku.text;
    given.amount = wanted;
    return ask_approval(desk, command, "return.needs_approval", std::move(given));
}

} // namespace

void work_out_refunds(Desk& desk)
{
    for (auto& [receipt, known] : desk.state.sales) {
        const Visit visit{visit_of(desk, receipt)};
        known.back = visit.empty() ? Unwound{} : unwind(known.sale, known.terms, known.visits, visit);
        Money kept_back{void_coupons(desk, known).spent};
        std::size_t at{0};
        for (const CartLine& line : desk.state.cart.lines()) {
            if (line.kind != LineKind::return_ || line.returned.receipt != receipt) continue;
            const LineBack& back{known.back.lines[at++]};
            const Money part{std::min(kept_back, back.refund)};
            kept_back -= part;
            desk.state.cart.set_refund(line.number, {back.refund - part, back.tax, part});
        }
    }
    for (const CartLine& line : desk.state.cart.lines()) {
        const bool unseen{line.kind == LineKind::return_ && line.returned.receipt.empty() && line.swap.none()};
        if (unseen) refund_at_todays_price(desk, line);
    }
}

std::vector<PointsBack> points_back(const Desk& desk)
{
    std::vector<PointsBack> all;
    for (const auto& [receipt, known] : desk.state.sales) {
        const std::int64_t points{known.back.points};
        if (points > 0) all.push_back({known.sale.member, receipt, points, known.sale.points_expire_on});
    }
    return all;
}

void put_offers_back(const Desk& desk, SaleCompleted& ticket)
{
    for (const auto& [receipt, known] : desk.state.sales) {
        const std::vector<std::string>& back{known.back.coupons_back};
        for (const CouponMoved& coupon : known.sale.coupons_used) {
            const bool is_back{std::find(back.begin(), back.end(), coupon.promotion) != back.end()};
            if (is_back) ticket.coupons_back.push_back(coupon);
        }
        const VoidCoupons gone{void_coupons(desk, known)};
        ticket.coupons_void.insert(ticket.coupons_void.end(), gone.coupons.begin(), gone.coupons.end());
        for (const auto& [promotion, times] : known.back.uses_back) {
            ticket.uses.push_back({promotion, -times, known.sale.member});
        }
    }
}

Result<void> check_return(Desk& desk, const SetQuantity& command)
{
    const CartLine* const line{desk.state.cart.find(command.line)};
    if (line == nullptr || line->kind != LineKind::return_ || !line->swap.none()) return {};
    if (line->returned.receipt.empty()) {
        const Quantity more{command.quantity - line->quantity};
        return may_refund_unseen(desk, command, *line, more.times(line->product.price));
    }
    const ReturnTerms& terms{line->returned};
    const KnownSale& known{desk.state.sales.at(terms.receipt)};
    const Quantity out{still_out(known.sale, known.visits, terms.line)};
    const Quantity left{left_of(desk.state.cart, known, terms.line, line->product.sku)};
    if (command.quantity > left + line->quantity) return refuse("return.all_back", terms.receipt.text);
    if (command.quantity.is_zero()) return {}; // Taken off the ticket.
    return check_part(known.sale.lines[static_cast<std::size_t>(terms.line - 1)], out, command.quantity);
}

Result<void> check_undone(Desk& desk, const UndoRemove& command, LineNumber line)
{
    const CartLine& undone{*desk.state.cart.find(line)};
    if (undone.kind != LineKind::return_ || !undone.returned.receipt.empty()) return {};
    return may_refund_unseen(desk, command, undone, {}); // Others may have come since it was taken off.
}

bool returns_fit(const Desk& desk)
{
    const auto& lines = desk.state.cart.lines();
    return std::all_of(lines.begin(), lines.end(), [&](const CartLine& line) {
        if (line.kind != LineKind::return_ || line.returned.receipt.empty()) return true;
        const KnownSale& known{desk.state.sales.at(line.returned.receipt)};
        return left_of(desk.state.cart, known, line.returned.line, line.product.sku) >= Quantity{};
    });
}

Result<LineNumber> take_up_return(const Desk& desk, const ParkedLine& line, Cart& cart,
                                  std::map<ReceiptNumber, KnownSale>& sales)
{
    ReturnTerms terms;
    terms.receipt = line.returned_receipt;
    terms.line = line.returned_line;
    terms.reason = line.reason;
    terms.freight = line.freight;
    if (line.returned_receipt.empty()) {
        const auto product = desk.ports.catalogue.find(line.sku);
        if (!product) return refuse("cart.unknown_sku", line.sku.text);
        return cart.add_return(*product, line.quantity, std::move(terms), {line.serial, line.lot});
    }
    auto piece = find_piece(desk, line.returned_receipt, line.returned_line);
    if (!piece) return refuse(piece.error());
    KnownSale& known{piece->known};
    if (line.quantity > left_of(cart, known, piece->line, line.sku)) {
        return refuse("return.all_back", line.returned_receipt.text);
    }
    const auto added = cart.add_return(as_sold(desk, piece->sold(), line.sku), line.quantity, std::move(terms),
                                       {line.serial, line.lot});
    if (added) sales.insert_or_assign(line.returned_receipt, std::move(known));
    return added;
}

Money in_cash(const Desk& desk, Money due)
{
    const KnownSale* const known{due.is_negative() ? returned_alone(desk) : nullptr};
    if (known == nullptr) return in_coins(desk.state.rules, due);
    Money owing{due + known->rounded_back};
    const auto at_the_sale = rounded_at_the_sale(known->sale);
    if (at_the_sale && comes_back_whole(*known, visit_of(desk, known->sale.receipt))) {
        owing += *at_the_sale;
        // Whoever paid in coins that the shop lets go of gets them back.
        const Money paid{known->sale.total - *at_the_sale};
        if (in_coins(desk.state.rules, paid) != paid) return std::min(Money{}, owing);
    }
    return std::min(Money{}, in_coins(desk.state.rules, owing));
}

std::vector<TenderKind> original_tenders(const Desk& desk)
{
    std::vector<TenderKind> kinds;
    for (const auto& [receipt, known] : desk.state.sales) {
        if (visit_of(desk, receipt).empty()) continue;
        for (const TenderTaken& taken : known.sale.tenders) {
            if (std::find(kinds.begin(), kinds.end(), taken.tender) == kinds.end()) kinds.push_back(taken.tender);
        }
    }
    return kinds;
}

Result<void> perform(Desk& desk, const FindSale& command)
{
    std::vector<ReceiptNumber> wanted{command.receipt};
    if (command.receipt.empty()) wanted = desk.ports.days.receipts_of(command.member, member_receipts_max);
    std::vector<SoldView> found;
    for (const ReceiptNumber& receipt : wanted) {
        const auto known = read_sale(desk, receipt);
        if (!known) return refuse(known.error());
        found.push_back(sold_view(desk, *known));
    }
    if (found.empty()) return refuse("return.none_of_member");
    desk.state.view.returns.sales = std::move(found);
    return {};
}

Result<void> perform(Desk& desk, const CloseSale&)
{
    desk.state.view.returns = {};
    return {};
}

Result<void> perform(Desk& desk, const ReturnLine& command)
{
    if (auto ready = begin_edit(desk); !ready) return ready;
    if (auto said = check_reason(command.reason); !said) return said;
    auto piece = find_piece(desk, command.receipt, command.line);
    if (!piece) return refuse(piece.error());
    if (auto in_time = check_window(desk, command, *piece, command.reason); !in_time) return in_time;
    if (command.quantity <= Quantity{} || command.quantity > left_of(desk.state.cart, *piece)) {
        return refuse("return.all_back", command.receipt.text);
    }
    if (auto same = check_serial(*piece, command.serial); !same) return same;
    const SaleLine sold{piece->sold()};
    KnownSale& known{piece->known};
    if (auto whole = check_part(sold, still_out(known.sale, known.visits, piece->line), command.quantity); !whole) {
        return whole;
    }
    if (auto may = check_freight(desk, command); !may) return may;
    ReturnTerms terms;
    terms.receipt = known.sale.receipt;
    terms.line = piece->line;
    terms.reason = command.reason;
    terms.freight = command.freight;
    const auto line = desk.state.cart.add_return(as_sold(desk, sold, piece->sku), command.quantity, std::move(terms),
                                                 piece->mark);
    if (!line) return refuse(line.error());
    (void)desk.state.cart.set_guides(*line, sold.guides);
    const bool terms_are_lost{!known.terms.offers && promotions_made_the_price(known.sale)};
    const ReceiptNumber receipt{known.sale.receipt};
    desk.state.sales.insert_or_assign(receipt, std::move(known));
    show_cart(desk, *line);
    if (terms_are_lost) desk.state.view.banner = {"return.without_offers", receipt.text, false};
    return {};
}

Result<void> perform(Desk& desk, const ReturnGoods& command)
{
    if (auto ready = begin_edit(desk); !ready) return ready;
    if (auto said = check_reason(command.reason); !said) return said;
    const auto product = desk.ports.catalogue.find(command.sku);
    if (!product) return refuse("cart.unknown_sku", cut_to(command.sku.text, reason_bytes_max));
    if (command.quantity <= Quantity{}) return refuse("cart.quantity_range", text_of(command.quantity));
    if (auto named = check_named(*product, command); !named) return named;
    CartLine asked;
    asked.product = *product;
    asked.returned.reason = command.reason;
    if (auto may = may_refund_unseen(desk, command, asked, command.quantity.times(product->price)); !may) return may;
    ReturnTerms terms;
    terms.reason = command.reason;
    const auto line = desk.state.cart.add_return(*product, command.quantity, std::move(terms), {command.serial, {}});
    if (!line) return refuse(line.error());
    show_cart(desk, *line);
    return {};
}

} // namespace guitai
