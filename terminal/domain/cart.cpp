#include "terminal/domain/cart.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

namespace guitai {
namespace {

constexpr BasisPoints tax_rate_max{10'000};

Result<void> check_alone(const CatalogueItem& product, Quantity quantity)
{
    if (quantity <= Quantity{} || quantity > Quantity::pieces(Cart::quantity_max)) {
        return refuse("cart.quantity_range", text_of(quantity));
    }
    if (product.price.is_negative() || product.member_price.is_negative() || product.tax_rate < BasisPoints{0} ||
        product.tax_rate > tax_rate_max) {
        return refuse("cart.not_for_sale", product.sku.text);
    }
    return {};
}

// In plain integers: an absurd price times an absurd quantity fits no Money.
std::int64_t worth_minor(Money price, Quantity quantity)
{
    return price.minor() * quantity.milli() / Quantity::per_piece;
}

// Between the lines that were priced: its price is what goes back, worked out when the goods were handed in.
void put_return(PricedCart& priced, std::size_t at, const CartLine& line, TaxMode tax_mode)
{
    const ReturnTerms& terms{line.returned};
    const Money on_paper{tax_mode == TaxMode::included ? terms.refund : terms.refund - terms.tax};
    PricedLine back{.line = line.number, .kind = line.kind, .unit = line.product.price};
    back.discount = on_paper - line.quantity.times(line.product.price);
    back.total = -terms.refund;
    back.tax = -terms.tax;
    priced.subtotal -= line.quantity.times(line.product.price);
    priced.discount += back.discount;
    priced.tax += back.tax;
    priced.total += back.total;
    priced.lines.insert(priced.lines.begin() + static_cast<std::ptrdiff_t>(at), std::move(back));
}

} // namespace

Result<LineNumber> Cart::add(const CatalogueItem& product, Quantity quantity)
{
    return add_marked(product, quantity, {});
}

Result<LineNumber> Cart::add_marked(const CatalogueItem& product, Quantity quantity, PieceMark mark)
{
    const auto same = same_goods(product.sku, mark);
    if (same == m_lines.end()) {
        return append({.kind = LineKind::sale, .product = product, .quantity = quantity, .mark = std::move(mark)});
    }
    if (!mark.serial.empty()) return refuse("cart.serial_twice", mark.serial);
    if (auto fits = check_alone(same->product, quantity); !fits) return refuse(fits.error());
    const Quantity raised{same->quantity + quantity};
    if (auto fits = check(same->product, raised, {}, same->number); !fits) return refuse(fits.error());
    same->quantity = raised;
    return same->number;
}

Result<LineNumber> Cart::add_order(const CatalogueItem& product, Quantity quantity, OrderTerms terms)
{
    return append({.kind = LineKind::order, .product = product, .quantity = quantity, .order = std::move(terms)});
}

Result<LineNumber> Cart::add_return(const CatalogueItem& product, Quantity quantity, ReturnTerms terms)
{
    const auto same = std::find_if(m_lines.begin(), m_lines.end(), [&](const CartLine& line) {
        return line.kind == LineKind::return_ && line.product.sku == product.sku &&
               line.returned.receipt == terms.receipt && line.returned.line == terms.line;
    });
    if (same == m_lines.end()) {
        return append({.kind = LineKind::return_, .product = product, .quantity = quantity,
                       .returned = std::move(terms)});
    }
    const Quantity raised{same->quantity + quantity};
    if (auto fits = check(same->product, raised, {}, same->number); !fits) return refuse(fits.error());
    same->quantity = raised;
    same->returned.reason = std::move(terms.reason);
    return same->number;
}

void Cart::set_refund(LineNumber line, Money refund, Money tax)
{
    const auto place = place_of(line);
    assert(place != m_lines.end() && place->kind == LineKind::return_ && !refund.is_negative());
    place->returned.refund = refund;
    place->returned.tax = tax;
}

Result<void> Cart::set_quantity(LineNumber line, Quantity quantity)
{
    const auto place = place_of(line);
    if (place == m_lines.end()) return refuse("cart.no_such_line", std::to_string(line));
    if (quantity.is_zero()) return remove(line);
    if (!place->mark.serial.empty() && quantity != place->quantity) {
        return refuse("cart.serial_twice", place->mark.serial);
    }
    if (auto fits = check(place->product, quantity, place->order.fee, line); !fits) return fits;
    place->quantity = quantity;
    return {};
}

Result<void> Cart::remove(LineNumber line)
{
    const auto place = place_of(line);
    if (place == m_lines.end()) return refuse("cart.no_such_line", std::to_string(line));
    m_removed = Removed{*place, static_cast<std::size_t>(place - m_lines.begin())};
    m_lines.erase(place);
    return {};
}

Result<LineNumber> Cart::undo_remove()
{
    if (!m_removed) return refuse("cart.nothing_to_undo");
    const CartLine& line{m_removed->line};
    const auto same = line.kind == LineKind::sale ? same_goods(line.product.sku, line.mark) : m_lines.end();
    if (same != m_lines.end()) {
        auto raised = add_marked(line.product, line.quantity, line.mark);
        if (raised) m_removed.reset();
        return raised;
    }
    if (m_lines.size() >= lines_max) return refuse("cart.lines_full", std::to_string(lines_max));
    if (auto fits = check(line.product, line.quantity, line.order.fee, 0); !fits) return refuse(fits.error());
    const std::size_t place{std::min(m_removed->place, m_lines.size())};
    const LineNumber number{line.number};
    m_lines.insert(m_lines.begin() + static_cast<std::ptrdiff_t>(place), std::move(m_removed->line));
    m_removed.reset();
    return number;
}

Result<void> Cart::discount(LineNumber line, LineDiscount discount)
{
    const auto place = place_of(line);
    if (place == m_lines.end()) return refuse("cart.no_such_line", std::to_string(line));
    place->discount = std::move(discount);
    return {};
}

Result<void> Cart::set_guides(LineNumber line, const std::vector<GuideShare>& guides)
{
    if (line == 0) {
        for (CartLine& each : m_lines) each.guides = guides;
        return {};
    }
    const auto place = place_of(line);
    if (place == m_lines.end()) return refuse("cart.no_such_line", std::to_string(line));
    place->guides = guides;
    return {};
}

Result<void> Cart::note(LineNumber line, std::string note)
{
    const auto place = place_of(line);
    if (place == m_lines.end()) return refuse("cart.no_such_line", std::to_string(line));
    place->note = std::move(note);
    return {};
}

const CartLine* Cart::find(LineNumber line) const
{
    const auto place = std::find_if(m_lines.begin(), m_lines.end(),
                                    [&](const CartLine& candidate) { return candidate.number == line; });
    return place == m_lines.end() ? nullptr : &*place;
}

PricedCart Cart::priced(const PriceFacts& facts) const
{
    PriceInput input{.facts = facts};
    input.lines.reserve(m_lines.size());
    for (const CartLine& line : m_lines) {
        if (line.kind == LineKind::return_) continue;
        input.lines.push_back({.line = line.number,
                               .kind = line.kind,
                               .quantity = line.quantity,
                               .list = line.product.price,
                               .member_price = line.product.member_price,
                               .tax_rate = line.product.tax_rate,
                               .discount = line.discount,
                               .fee = line.order.fee,
                               .goods = &line.product});
    }
    PricedCart priced{price_cart(input)};
    for (std::size_t at{0}; at < m_lines.size(); ++at) {
        if (m_lines[at].kind == LineKind::return_) put_return(priced, at, m_lines[at], facts.tax_mode);
    }
    return priced;
}

// Whether the ticket still keeps its limits with `quantity` of `product` in place of a line (0: beside all).
Result<void> Cart::check(const CatalogueItem& product, Quantity quantity, Money fee, LineNumber instead_of) const
{
    if (auto fits = check_alone(product, quantity); !fits) return fits;
    std::int64_t worth{worth_minor(product.price, quantity) + fee.minor()};
    for (const CartLine& line : m_lines) {
        if (line.number == instead_of) continue;
        worth += worth_minor(line.product.price, line.quantity) + line.order.fee.minor();
    }
    if (worth > worth_max.minor()) return refuse("cart.amount_full", text_of(worth_max));
    return {};
}

Result<LineNumber> Cart::append(CartLine line)
{
    if (m_lines.size() >= lines_max) return refuse("cart.lines_full", std::to_string(lines_max));
    if (auto fits = check(line.product, line.quantity, line.order.fee, 0); !fits) return refuse(fits.error());
    line.number = ++m_last_number;
    m_lines.push_back(std::move(line));
    return m_last_number;
}

std::vector<CartLine>::iterator Cart::place_of(LineNumber line)
{
    return std::find_if(m_lines.begin(), m_lines.end(), [&](const CartLine& own) { return own.number == line; });
}

std::vector<CartLine>::iterator Cart::same_goods(const Sku& sku, const PieceMark& mark)
{
    return std::find_if(m_lines.begin(), m_lines.end(), [&](const CartLine& line) {
        return line.kind == LineKind::sale && line.product.sku == sku && line.mark == mark;
    });
}

} // namespace guitai
