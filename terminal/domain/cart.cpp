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
    const LineRefund& refund{line.returned.refund};
    const Money on_paper{tax_mode == TaxMode::included ? refund.amount : refund.amount - refund.tax};
    PricedLine back{.line = line.number, .kind = line.kind, .unit = line.product.price};
    back.discount = on_paper - line.quantity.times(line.product.price);
    back.total = -refund.amount;
    back.tax = -refund.tax;
    if (!refund.coupon_spent.is_zero()) back.why.push_back({"why.return.coupon_spent", {}, -refund.coupon_spent});
    priced.subtotal -= line.quantity.times(line.product.price);
    priced.discount += back.discount;
    priced.tax += back.tax;
    priced.total += back.total;
    priced.lines.insert(priced.lines.begin() + static_cast<std::ptrdiff_t>(at), std::move(back));
}

// Neither of the two lines of a swap costs anything, whatever the promotions of today say.
PricedLine price_of_swap(const CartLine& line)
{
    PricedLine priced{.line = line.number, .kind = line.kind};
    if (line.kind == LineKind::sale) priced.pieces.assign(1, Money{});
    return priced;
}

} // namespace

bool lacks_serial(const CartLine& line)
{
    return line.kind == LineKind::sale && line.product.needs_serial && line.mark.serial.empty();
}

bool lacks_lot(const CartLine& line)
{
    return line.kind == LineKind::sale && line.product.needs_lot && line.mark.lot.empty();
}

Result<LineNumber> Cart::add(const CatalogueItem& product, Quantity quantity)
{
    return add_marked(product, quantity, {});
}

Result<LineNumber> Cart::add_marked(const CatalogueItem& product, Quantity quantity, PieceMark mark)
{
    const bool one_piece{quantity == Quantity::pieces(1)};
    if (!mark.serial.empty() && product.needs_serial && !one_piece) return refuse("cart.serial_each");
    if (mark.serial.empty() && product.needs_serial) return add_one_by_one(product, quantity);
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

Result<LineNumber> Cart::add_return(const CatalogueItem& product, Quantity quantity, ReturnTerms terms,
                                    PieceMark mark)
{
    const auto same = std::find_if(m_lines.begin(), m_lines.end(), [&](const CartLine& line) {
        return line.kind == LineKind::return_ && line.product.sku == product.sku &&
               line.returned.receipt == terms.receipt && line.returned.line == terms.line && line.mark == mark &&
               line.swap.none();
    });
    if (same == m_lines.end()) {
        return append({.kind = LineKind::return_, .product = product, .quantity = quantity,
                       .returned = std::move(terms), .mark = std::move(mark)});
    }
    const Quantity raised{same->quantity + quantity};
    if (auto fits = check(same->product, raised, {}, same->number); !fits) return refuse(fits.error());
    same->quantity = raised;
    same->returned.reason = std::move(terms.reason);
    return same->number;
}

Result<LineNumber> Cart::add_swap(const CatalogueItem& back, PieceMark mark, const CatalogueItem& out,
                                  Quantity quantity, SwapTerms terms, std::string reason)
{
    if (m_lines.size() + 2 > lines_max) return refuse("cart.lines_full", std::to_string(lines_max));
    if (out.needs_serial && quantity != Quantity::pieces(1)) return refuse("cart.serial_each");
    CartLine old{.kind = LineKind::return_, .product = back, .quantity = quantity, .mark = std::move(mark),
                 .swap = terms};
    old.returned.reason = std::move(reason);
    const auto first = append(std::move(old));
    if (!first) return first;
    terms.partner = *first;
    const auto second = append({.kind = LineKind::sale, .product = out, .quantity = quantity, .swap = terms});
    if (second) place_of(*first)->swap.partner = *second;
    else m_lines.pop_back();
    return second;
}

void Cart::set_refund(LineNumber line, const LineRefund& refund)
{
    const auto place = place_of(line);
    assert(place != m_lines.end() && place->kind == LineKind::return_ && !refund.amount.is_negative());
    place->returned.refund = refund;
}

Result<void> Cart::set_quantity(LineNumber line, Quantity quantity)
{
    const auto place = place_of(line);
    if (place == m_lines.end()) return refuse("cart.no_such_line", std::to_string(line));
    if (quantity.is_zero()) return remove(line);
    if (!place->swap.none()) return refuse("swap.fixed");
    const bool of_one{place->kind == LineKind::sale && place->product.needs_serial};
    if (of_one && quantity != place->quantity) return refuse("cart.serial_each");
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
    if (!place->swap.none()) {
        drop_swap(line);
        return {};
    }
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
    if (!place->swap.none()) return refuse("swap.fixed");
    place->discount = std::move(discount);
    return {};
}

Result<void> Cart::set_mark(LineNumber line, PieceMark mark)
{
    const auto place = place_of(line);
    if (place == m_lines.end()) return refuse("cart.no_such_line", std::to_string(line));
    if (place->kind == LineKind::return_) return refuse("cart.mark_not_here");
    if (!mark.serial.empty() && place->quantity != Quantity::pieces(1)) return refuse("cart.serial_each");
    const bool twice{!mark.serial.empty() && std::any_of(m_lines.begin(), m_lines.end(), [&](const CartLine& other) {
        return other.number != line && other.kind == LineKind::sale && other.product.sku == place->product.sku &&
               other.mark.serial == mark.serial;
    })};
    if (twice) return refuse("cart.serial_twice", mark.serial);
    place->mark = std::move(mark);
    return {};
}

Result<void> Cart::deliver(LineNumber line, std::optional<OrderTerms> terms)
{
    const auto place = place_of(line);
    if (place == m_lines.end()) return refuse("cart.no_such_line", std::to_string(line));
    if (place->kind == LineKind::return_ || !place->swap.none()) return refuse("delivery.not_for_returns");
    const Money fee{terms ? terms->fee : Money{}};
    if (auto fits = check(place->product, place->quantity, fee, line); !fits) return fits;
    place->kind = terms ? LineKind::order : LineKind::sale;
    place->order = terms ? std::move(*terms) : OrderTerms{};
    if (terms) place->mark = {}; // Another piece is sent than the one in hand.
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
        if (line.kind == LineKind::return_ || !line.swap.none()) continue;
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
        const CartLine& line{m_lines[at]};
        const auto place = priced.lines.begin() + static_cast<std::ptrdiff_t>(at);
        if (!line.swap.none()) priced.lines.insert(place, price_of_swap(line));
        else if (line.kind == LineKind::return_) put_return(priced, at, line, facts.tax_mode);
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

// Each has a number of its own, to be said before it is paid.
Result<LineNumber> Cart::add_one_by_one(const CatalogueItem& product, Quantity quantity)
{
    if (!quantity.is_whole()) return refuse("cart.serial_each");
    if (auto fits = check(product, quantity, {}, 0); !fits) return refuse(fits.error());
    if (m_lines.size() + static_cast<std::size_t>(quantity.whole()) > lines_max) {
        return refuse("cart.lines_full", std::to_string(lines_max));
    }
    Result<LineNumber> last{0};
    for (std::int64_t piece{0}; piece < quantity.whole() && last; ++piece) {
        last = append({.kind = LineKind::sale, .product = product, .quantity = Quantity::pieces(1)});
    }
    return last;
}

void Cart::drop_swap(LineNumber line)
{
    const LineNumber partner{place_of(line)->swap.partner};
    m_removed.reset(); // Half of it could not be put back.
    std::erase_if(m_lines, [&](const CartLine& one) { return one.number == line || one.number == partner; });
}

std::vector<CartLine>::iterator Cart::place_of(LineNumber line)
{
    return std::find_if(m_lines.begin(), m_lines.end(), [&](const CartLine& own) { return own.number == line; });
}

std::vector<CartLine>::iterator Cart::same_goods(const Sku& sku, const PieceMark& mark)
{
    return std::find_if(m_lines.begin(), m_lines.end(), [&](const CartLine& line) {
        return line.kind == LineKind::sale && line.product.sku == sku && line.mark == mark && line.swap.none();
    });
}

} // namespace guitai
