#include "terminal/app/returns.hpp"

#include "terminal/app/edit_cart.hpp"
#include "terminal/app/permission.hpp"
#include "terminal/app/price_guarantee.hpp"
#include "terminal/app/use_cases.hpp"
#include "terminal/app/view_parts.hpp"

#include <algorithm>

namespace guitai {
namespace {

constexpr std::size_t reason_bytes_max{200};
constexpr std::int64_t member_receipts_max{20};

std::string last_day(const Desk& desk, const SaleCompleted& sale, const SaleLine& line)
{
    const auto product = desk.ports.catalogue.find(line.sku);
    const std::int64_t days{return_days(desk.state.rules, product ? product->category : "")};
    return days == 0 ? std::string{} : date_plus_days(sale.business_date, days);
}

// Why a line does not come back; empty: it may.
std::string refusal_of(const Desk& desk, const KnownSale& known, std::int64_t number)
{
    const SaleLine& line{known.sale.lines[static_cast<std::size_t>(number - 1)]};
    if (line.line_kind == LineKind::return_) return "return.is_return";
    if (line.line_kind == LineKind::order) return "return.is_order";
    if (still_out(known.sale, known.visits, number).is_zero()) return "return.all_back";
    const std::string until{last_day(desk, known.sale, line)};
    if (until.empty()) return "return.never";
    if (until < desk.today()) return "return.too_late";
    return {};
}

SoldView sold_view(const Desk& desk, const KnownSale& known)
{
    SoldView view;
    view.receipt = known.sale.receipt;
    view.sold_on = known.sale.business_date;
    view.staff = known.sale.staff;
    view.total = known.sale.total;
    view.tenders = known.sale.tenders;
    if (const auto member = desk.ports.members.find(known.sale.member.text)) view.member_name = member->name;
    for (std::int64_t number{1}; number <= std::ssize(known.sale.lines); ++number) {
        const SaleLine& line{known.sale.lines[static_cast<std::size_t>(number - 1)]};
        SoldLineView sold;
        sold.line = number;
        sold.kind = line.line_kind;
        sold.sku = line.sku;
        sold.name = line.name;
        sold.variant = line.variant;
        sold.quantity = line.quantity;
        sold.total = line.total;
        sold.until = last_day(desk, known.sale, line);
        sold.refusal = refusal_of(desk, known, number);
        const bool comes_back{sold.refusal.empty() || sold.refusal == "return.too_late"};
        if (comes_back) sold.returnable = still_out(known.sale, known.visits, number);
        sold.price_drop = price_drop_of(desk, known.sale, line, still_out(known.sale, known.visits, number));
        view.lines.push_back(std::move(sold));
    }
    return view;
}

// As it was sold, whatever the catalogue says of it today.
CatalogueItem as_sold(const Desk& desk, const SaleLine& line)
{
    CatalogueItem item;
    if (auto known = desk.ports.catalogue.find(line.sku)) item = std::move(*known);
    else item.colour = line.variant;
    item.sku = line.sku;
    item.name = line.name;
    item.price = line.unit;
    item.tax_rate = line.tax_rate;
    return item;
}

Quantity handed_in(const Cart& cart, const ReceiptNumber& receipt, std::int64_t number)
{
    Quantity handed;
    for (const CartLine& line : cart.lines()) {
        if (line.kind != LineKind::return_ || line.returned.receipt != receipt) continue;
        if (line.returned.line == number) handed = handed + line.quantity;
    }
    return handed;
}

// Pieces come back whole, and what is weighed as it went out.
Result<void> check_part(const SaleLine& sold, Quantity out, Quantity back)
{
    if (back == out || (!was_measured(sold) && back.is_whole())) return {};
    return refuse("return.whole_line", sold.name);
}

Result<void> check_reason(std::string_view reason)
{
    if (reason.empty() || reason.size() > reason_bytes_max) return refuse("return.needs_reason");
    return {};
}

// A line past its last day comes back only if a second person says so.
Result<void> check_window(Desk& desk, const ReturnLine& command, const KnownSale& known)
{
    const std::string refusal{refusal_of(desk, known, command.line)};
    if (refusal.empty()) return {};
    if (refusal != "return.too_late") return refuse(refusal, command.receipt.text);
    if (desk.limit().may_vouch || !desk.state.approved_by.empty()) return {};
    OverrideGiven given;
    given.action = "return.late";
    given.reason = command.reason;
    given.subject = command.receipt.text;
    given.amount = known.sale.lines[static_cast<std::size_t>(command.line - 1)].total;
    return ask_approval(desk, command, "return.needs_approval", std::move(given));
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

// Without a receipt nobody knows what was paid: no more goes back than it costs this customer today.
void refund_at_todays_price(Desk& desk, const CartLine& line)
{
    const CatalogueItem& product{line.product};
    const Money price{line.quantity.times(desk.price_for_customer(product))};
    if (desk.tax_mode() == TaxMode::included) {
        desk.state.cart.set_refund(line.number, price, price.tax_inside(product.tax_rate));
    } else {
        const Money tax{price.at_rate(product.tax_rate)};
        desk.state.cart.set_refund(line.number, price + tax, tax);
    }
}

// Without a receipt a role gives back only so much on one ticket; a second person may allow more.
Result<void> may_refund_unseen(Desk& desk, const Command& command, const CartLine& asked, Money more)
{
    Money wanted{more};
    for (const CartLine& line : desk.state.cart.lines()) {
        if (line.kind == LineKind::return_ && line.returned.receipt.empty()) wanted += line.returned.refund;
    }
    if (wanted <= desk.limit().refund_max || !desk.state.approved_by.empty()) return {};
    OverrideGiven given;
    given.action = "return.no_receipt";
    given.reason = asked.returned.reason;
    given.subject = asked.product.sku.text;
    given.amount = wanted;
    return ask_approval(desk, command, "return.needs_approval", std::move(given));
}

} // namespace

Result<KnownSale> read_sale(const Desk& desk, const ReceiptNumber& receipt)
{
    auto sale = desk.ports.days.known_sale(receipt);
    if (!sale && desk.ports.receipts != nullptr) {
        const auto here = desk.ports.receipts->look_up(receipt);
        if (!here) return refuse(here.error().code, cut_to(receipt.text, reason_bytes_max));
        if (!*here) return refuse("return.asking", cut_to(receipt.text, reason_bytes_max));
        sale = desk.ports.days.known_sale(receipt);
    }
    if (!sale) return refuse("return.unknown_receipt", cut_to(receipt.text, reason_bytes_max));
    ReceiptTerms terms;
    if (desk.ports.offers != nullptr) terms.offers = desk.ports.offers->of(sale->promotions_revision);
    terms.tax_mode = desk.tax_mode();
    terms.hold_minutes = desk.state.rules.hold_minutes;
    terms.goods = [&catalogue = desk.ports.catalogue](const Sku& sku) { return catalogue.find(sku); };
    return KnownSale{std::move(*sale), std::move(terms), desk.ports.days.visits(receipt), {}};
}

void work_out_refunds(Desk& desk)
{
    for (auto& [receipt, known] : desk.state.sales) {
        const Visit visit{visit_of(desk, receipt)};
        known.back = visit.empty() ? Unwound{} : unwind(known.sale, known.terms, known.visits, visit);
        std::size_t at{0};
        for (const CartLine& line : desk.state.cart.lines()) {
            if (line.kind != LineKind::return_ || line.returned.receipt != receipt) continue;
            const LineBack& back{known.back.lines[at++]};
            desk.state.cart.set_refund(line.number, back.refund, back.tax);
        }
    }
    for (const CartLine& line : desk.state.cart.lines()) {
        if (line.kind == LineKind::return_ && line.returned.receipt.empty()) refund_at_todays_price(desk, line);
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
        auto gone = known.back.coupons_void;
        for (const CouponMoved& coupon : known.sale.coupons_issued) {
            if (gone[coupon.promotion]-- > 0) ticket.coupons_void.push_back(coupon);
        }
        for (const auto& [promotion, times] : known.back.uses_back) {
            ticket.uses.push_back({promotion, -times, known.sale.member});
        }
    }
}

Result<void> check_return(Desk& desk, const SetQuantity& command)
{
    const CartLine* const line{desk.state.cart.find(command.line)};
    if (line == nullptr || line->kind != LineKind::return_) return {};
    if (line->returned.receipt.empty()) {
        const Quantity more{command.quantity - line->quantity};
        return may_refund_unseen(desk, command, *line, more.times(line->product.price));
    }
    const ReturnTerms& terms{line->returned};
    const KnownSale& known{desk.state.sales.at(terms.receipt)};
    const Quantity out{still_out(known.sale, known.visits, terms.line)};
    const Quantity others{handed_in(desk.state.cart, terms.receipt, terms.line) - line->quantity};
    if (command.quantity + others > out) return refuse("return.all_back", terms.receipt.text);
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
        return handed_in(desk.state.cart, line.returned.receipt, line.returned.line) <=
               still_out(known.sale, known.visits, line.returned.line);
    });
}

Result<LineNumber> take_up_return(const Desk& desk, const ParkedLine& line, Cart& cart,
                                  std::map<ReceiptNumber, KnownSale>& sales)
{
    ReturnTerms terms;
    terms.receipt = line.returned_receipt;
    terms.line = line.returned_line;
    terms.reason = line.reason;
    if (line.returned_receipt.empty()) {
        const auto product = desk.ports.catalogue.find(line.sku);
        if (!product) return refuse("cart.unknown_sku", line.sku.text);
        return cart.add_return(*product, line.quantity, std::move(terms));
    }
    auto known = read_sale(desk, line.returned_receipt);
    if (!known) return refuse(known.error());
    const Quantity back{line.quantity + handed_in(cart, line.returned_receipt, line.returned_line)};
    if (back > still_out(known->sale, known->visits, line.returned_line)) {
        return refuse("return.all_back", line.returned_receipt.text);
    }
    const SaleLine& sold{known->sale.lines[static_cast<std::size_t>(line.returned_line - 1)]};
    const auto added = cart.add_return(as_sold(desk, sold), line.quantity, std::move(terms));
    if (added) sales.insert_or_assign(line.returned_receipt, std::move(*known));
    return added;
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
    auto known = read_sale(desk, command.receipt);
    if (!known) return refuse(known.error());
    if (command.line < 1 || command.line > std::ssize(known->sale.lines)) {
        return refuse("cart.no_such_line", std::to_string(command.line));
    }
    if (auto in_time = check_window(desk, command, *known); !in_time) return in_time;
    const Quantity out{still_out(known->sale, known->visits, command.line)};
    const Quantity back{command.quantity + handed_in(desk.state.cart, command.receipt, command.line)};
    if (command.quantity <= Quantity{} || back > out) return refuse("return.all_back", command.receipt.text);
    const SaleLine& sold{known->sale.lines[static_cast<std::size_t>(command.line - 1)]};
    if (auto whole = check_part(sold, out, command.quantity); !whole) return whole;
    ReturnTerms terms;
    terms.receipt = command.receipt;
    terms.line = command.line;
    terms.reason = command.reason;
    const auto line = desk.state.cart.add_return(as_sold(desk, sold), command.quantity, std::move(terms));
    if (!line) return refuse(line.error());
    (void)desk.state.cart.set_guides(*line, sold.guides);
    const bool terms_are_lost{!known->terms.offers && promotions_made_the_price(known->sale)};
    desk.state.sales.insert_or_assign(command.receipt, std::move(*known));
    show_cart(desk, *line);
    if (terms_are_lost) desk.state.view.banner = {"return.without_offers", command.receipt.text, false};
    return {};
}

Result<void> perform(Desk& desk, const ReturnGoods& command)
{
    if (auto ready = begin_edit(desk); !ready) return ready;
    if (auto said = check_reason(command.reason); !said) return said;
    const auto product = desk.ports.catalogue.find(command.sku);
    if (!product) return refuse("cart.unknown_sku", cut_to(command.sku.text, reason_bytes_max));
    if (command.quantity <= Quantity{}) return refuse("cart.quantity_range", text_of(command.quantity));
    CartLine asked;
    asked.product = *product;
    asked.returned.reason = command.reason;
    if (auto may = may_refund_unseen(desk, command, asked, command.quantity.times(product->price)); !may) return may;
    ReturnTerms terms;
    terms.reason = command.reason;
    const auto line = desk.state.cart.add_return(*product, command.quantity, std::move(terms));
    if (!line) return refuse(line.error());
    show_cart(desk, *line);
    return {};
}

} // namespace guitai
