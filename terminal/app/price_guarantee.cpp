#include "terminal/app/price_guarantee.hpp"

#include "sync/events/return_reason.hpp"
#include "terminal/app/edit_cart.hpp"
#include "terminal/app/known_sales.hpp"
#include "terminal/app/permission.hpp"
#include "terminal/app/returns.hpp"
#include "terminal/app/use_cases.hpp"
#include "terminal/app/view_parts.hpp"

#include <algorithm>

namespace guitai {
namespace {

// The last day on which it is paid; empty: this shop gives no such guarantee.
std::string guaranteed_until(const Desk& desk, const SaleCompleted& sale)
{
    const std::int64_t days{desk.state.rules.price_guarantee_days};
    return days <= 0 ? std::string{} : date_plus_days(sale.business_date, days);
}

Result<void> check_claim(const Desk& desk, const KnownSale& known, std::int64_t number)
{
    if (number < 1 || number > std::ssize(known.sale.lines)) {
        return refuse("cart.no_such_line", std::to_string(number));
    }
    const std::string until{guaranteed_until(desk, known.sale)};
    if (until.empty()) return refuse("price_drop.not_here");
    if (until < desk.today()) return refuse("price_drop.too_late", until);
    const SaleLine& line{known.sale.lines[static_cast<std::size_t>(number - 1)]};
    if (line.line_kind != LineKind::sale) return refuse("price_drop.no_sale", line.sku.text);
    const auto& lines = desk.state.cart.lines();
    const bool handed_in{std::any_of(lines.begin(), lines.end(), [&](const CartLine& one) {
        return one.returned.receipt == known.sale.receipt && one.returned.line == number;
    })};
    if (handed_in || still_out_as(known.sale, known.visits, known.moved, number, line.sku).is_zero()) {
        return refuse("return.all_back", known.sale.receipt.text);
    }
    return {};
}

// Back for what was paid and out again for what it costs now: turnover, tax and points follow by themselves.
Result<LineNumber> exchange(Desk& desk, const KnownSale& known, std::int64_t number)
{
    const SaleLine& sold{known.sale.lines[static_cast<std::size_t>(number - 1)]};
    // What was swapped for another size has that one's price, and is not claimed for here.
    const Quantity out{still_out_as(known.sale, known.visits, known.moved, number, sold.sku)};
    const auto today = find_goods(desk, sold.sku);
    if (!today) return refuse(today.error());
    CatalogueItem then{*today};
    then.price = sold.unit;
    then.tax_rate = sold.tax_rate;
    ReturnTerms terms;
    terms.receipt = known.sale.receipt;
    terms.line = number;
    terms.reason = std::string{price_drop_reason};
    if (const auto back = desk.state.cart.add_return(then, out, std::move(terms)); !back) return back;
    const auto again = desk.state.cart.add(*today, out);
    if (again) (void)desk.state.cart.set_guides(*again, sold.guides);
    return again;
}

} // namespace

Money price_drop_of(const Desk& desk, const SaleCompleted& sale, const SaleLine& line, Quantity out)
{
    const std::string until{guaranteed_until(desk, sale)};
    if (until.empty() || until < desk.today() || line.line_kind != LineKind::sale || out.is_zero()) return {};
    const auto today = desk.ports.catalogue.find(line.sku);
    if (!today || today->withdrawn) return {};
    const bool member{!sale.member.empty() && !today->member_price.is_zero() && today->member_price < today->price};
    const Money now{out.times(member ? today->member_price : today->price)};
    const Money paid{line.total.scaled(out.milli(), line.quantity.milli())};
    return std::max(paid - now, Money{});
}

Result<void> check_price_drops(const Desk& desk)
{
    for (const CartLine& back : desk.state.cart.lines()) {
        if (back.returned.reason != price_drop_reason) continue;
        Quantity returned;
        Quantity sold;
        for (const CartLine& line : desk.state.cart.lines()) {
            if (line.product.sku != back.product.sku) continue;
            if (line.returned.reason == price_drop_reason) returned = returned + line.quantity;
            if (line.kind == LineKind::sale) sold = sold + line.quantity;
        }
        if (sold < returned) return refuse("price_drop.broken", back.product.sku.text);
    }
    return {};
}

Result<void> perform(Desk& desk, const ClaimPriceDrop& command)
{
    if (auto ready = begin_edit(desk); !ready) return ready;
    auto known = read_sale(desk, command.receipt);
    if (!known) return refuse(known.error());
    if (auto may = check_claim(desk, *known, command.line); !may) return may;

    const Cart before{desk.state.cart};
    const auto sales_before = desk.state.sales;
    const auto member_before = desk.state.member;
    const auto member_view_before = desk.state.view.cart.member;
    const Money total_before{desk.state.priced.total};
    // Her own price is what she is owed, with or without her card in the hand.
    if (!desk.state.member && !known->sale.member.empty()) {
        if (const auto member = desk.ports.members.find(known->sale.member.text)) put_on_ticket(desk, *member);
    }
    const auto line = exchange(desk, *known, command.line);
    if (line) {
        desk.state.sales.insert_or_assign(command.receipt, std::move(*known));
        show_cart(desk, *line);
        if (desk.state.priced.total < total_before) return {};
    }
    desk.state.cart = before;
    desk.state.sales = sales_before;
    desk.state.member = member_before;
    desk.state.view.cart.member = member_view_before;
    show_cart(desk);
    if (!line) return refuse(line.error());
    return refuse("price_drop.not_lower", command.receipt.text);
}

} // namespace guitai
