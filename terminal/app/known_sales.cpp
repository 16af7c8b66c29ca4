#include "terminal/app/known_sales.hpp"

#include "sync/events/override_action.hpp"
#include "terminal/app/permission.hpp"
#include "terminal/app/price_guarantee.hpp"
#include "terminal/app/services.hpp"
#include "terminal/app/view_parts.hpp"

#include <algorithm>

namespace guitai {
namespace {

constexpr std::size_t reason_bytes_max{200};

std::string last_day(const Desk& desk, const SaleCompleted& sale, const SaleLine& line)
{
    const auto product = desk.ports.catalogue.find(line.sku);
    const std::int64_t days{return_days(desk.state.rules, product ? product->category : "")};
    return days == 0 ? std::string{} : date_plus_days(sale.business_date, days);
}

// What is known here of a sale; nobody is asked.
KnownSale with_terms(const Desk& desk, SaleCompleted sale)
{
    ReceiptTerms terms;
    if (desk.ports.offers != nullptr) terms.offers = desk.ports.offers->of(sale.promotions_revision);
    terms.tax_mode = desk.tax_mode();
    terms.hold_minutes = desk.state.rules.hold_minutes;
    terms.goods = [&catalogue = desk.ports.catalogue](const Sku& sku) { return catalogue.find(sku); };
    const ReceiptNumber receipt{sale.receipt};
    return KnownSale{std::move(sale), std::move(terms), desk.ports.days.visits(receipt),
                     desk.ports.days.pieces_moved(receipt), desk.ports.days.rounded_back(receipt), {}};
}

bool is_swapped_in(const SaleLine& line)
{
    return line.line_kind == LineKind::sale && !line.swapped_receipt.empty();
}

// The receipt that a swapped piece was paid on may be another till's, and then only the head office knows more.
SoldLineView view_of_swapped(const Desk& desk, const SaleLine& line, SoldLineView view)
{
    view.returnable = line.quantity;
    const auto paid = desk.ports.days.known_sale(line.swapped_receipt);
    if (!paid || line.swapped_line < 1 || line.swapped_line > std::ssize(paid->lines)) return view;
    const KnownSale known{with_terms(desk, *paid)};
    view.until = last_day(desk, known.sale, known.sale.lines[static_cast<std::size_t>(line.swapped_line - 1)]);
    view.refusal = refusal_of(desk, known, line.swapped_line);
    const Quantity out{may_be_out_as(known.sale, known.visits, known.moved, line.swapped_line, line.sku)};
    view.returnable = std::min(out, line.quantity);
    if (out.is_zero() && view.refusal.empty()) view.refusal = "return.all_back";
    return view;
}

SoldLineView line_view(const Desk& desk, const KnownSale& known, std::int64_t number)
{
    const SaleLine& line{known.sale.lines[static_cast<std::size_t>(number - 1)]};
    SoldLineView sold;
    sold.line = number;
    sold.kind = line.line_kind;
    sold.sku = line.sku;
    sold.name = line.name;
    sold.variant = line.variant;
    sold.quantity = line.quantity;
    sold.total = line.total;
    sold.serial = line.serial;
    const auto product = desk.ports.catalogue.find(line.sku);
    if (product) sold.style = product->style;
    if (is_swapped_in(line)) return view_of_swapped(desk, line, std::move(sold));
    sold.until = last_day(desk, known.sale, line);
    sold.refusal = refusal_of(desk, known, number);
    const Quantity as_bought{still_out_as(known.sale, known.visits, known.moved, number, line.sku)};
    sold.price_drop = price_drop_of(desk, known.sale, line, as_bought);
    const bool comes_back{sold.refusal.empty() || sold.refusal == "return.too_late"};
    if (!comes_back) return sold;
    sold.sku = held_as(known.sale, known.visits, known.moved, number);
    sold.returnable = still_out_as(known.sale, known.visits, known.moved, number, sold.sku);
    if (sold.sku == line.sku) return sold;
    if (const auto held = desk.ports.catalogue.find(sold.sku)) sold.variant = variant_of(*held);
    return sold;
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
    return with_terms(desk, std::move(*sale));
}

Result<SoldPiece> find_piece(const Desk& desk, const ReceiptNumber& receipt, std::int64_t line)
{
    auto known = read_sale(desk, receipt);
    if (!known) return refuse(known.error());
    if (line < 1 || line > std::ssize(known->sale.lines)) return refuse("cart.no_such_line", std::to_string(line));
    const SaleLine sold{known->sale.lines[static_cast<std::size_t>(line - 1)]};
    if (!is_swapped_in(sold)) {
        Sku held{held_as(known->sale, known->visits, known->moved, line)};
        PieceMark mark{held == sold.sku ? PieceMark{sold.serial, sold.lot} : PieceMark{}};
        return SoldPiece{std::move(*known), line, std::move(held), std::move(mark)};
    }
    auto paid = read_sale(desk, sold.swapped_receipt);
    if (!paid) return refuse(paid.error());
    if (sold.swapped_line < 1 || sold.swapped_line > std::ssize(paid->sale.lines)) {
        return refuse("cart.no_such_line", std::to_string(sold.swapped_line));
    }
    return SoldPiece{std::move(*paid), sold.swapped_line, sold.sku, {sold.serial, sold.lot}};
}

Quantity left_of(const Cart& ticket, const KnownSale& known, std::int64_t line, const Sku& sku)
{
    Quantity of_line{still_out(known.sale, known.visits, line)};
    Quantity of_sku{may_be_out_as(known.sale, known.visits, known.moved, line, sku)};
    for (const CartLine& one : ticket.lines()) {
        const bool back{one.returned.receipt == known.sale.receipt && one.returned.line == line};
        const bool swapped{one.swap.receipt == known.sale.receipt && one.swap.line == line};
        if (one.kind != LineKind::return_ || (!back && !swapped)) continue;
        of_line = of_line - one.quantity;
        if (one.product.sku == sku) of_sku = of_sku - one.quantity;
    }
    return std::min(of_line, of_sku);
}

Quantity left_of(const Cart& ticket, const SoldPiece& piece)
{
    return left_of(ticket, piece.known, piece.line, piece.sku);
}

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

Result<void> check_window(Desk& desk, const Command& command, const SoldPiece& piece, const std::string& reason)
{
    const std::string refusal{refusal_of(desk, piece.known, piece.line)};
    if (refusal.empty()) return {};
    const ReceiptNumber& receipt{piece.known.sale.receipt};
    if (refusal != "return.too_late") return refuse(refusal, receipt.text);
    if (desk.limit().may_vouch || !desk.state.approved_by.empty()) return {};
    OverrideGiven given;
    given.action = override_action::late_return;
    given.reason = reason;
    given.subject = receipt.text;
    given.amount = piece.sold().total;
    return ask_approval(desk, command, "return.needs_approval", std::move(given));
}

Result<void> check_reason(std::string_view reason)
{
    if (reason.empty() || reason.size() > reason_bytes_max) return refuse("return.needs_reason");
    return {};
}

CatalogueItem as_sold(const Desk& desk, const SaleLine& line, const Sku& sku)
{
    CatalogueItem item;
    if (auto known = desk.ports.catalogue.find(sku)) item = std::move(*known);
    else item.colour = line.variant;
    item.sku = sku;
    item.name = line.name;
    item.price = line.unit;
    item.tax_rate = line.tax_rate;
    return item;
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
        view.lines.push_back(line_view(desk, known, number));
    }
    view.services = services_of(desk, known.sale);
    return view;
}

} // namespace guitai
