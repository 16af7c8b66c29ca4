#include "terminal/app/swap_line.hpp"

#include "terminal/app/edit_cart.hpp"
#include "terminal/app/known_sales.hpp"
#include "terminal/app/permission.hpp"
#include "terminal/app/use_cases.hpp"
#include "terminal/app/view_parts.hpp"

namespace guitai {
namespace {

// A price that changed for the whole style since then is no reason to refuse a size that pinches.
void keep_price(const Desk& desk, const SoldPiece& piece, CatalogueItem& other)
{
    const auto today = desk.ports.catalogue.find(piece.sku);
    if (today && today->price == other.price) other.price = piece.sold().unit;
}

Result<LineNumber> put_swap(const Desk& desk, const SoldPiece& piece, CatalogueItem other, Quantity quantity,
                            const std::string& reason, Cart& cart)
{
    const KnownSale& known{piece.known};
    const bool whole{quantity.is_whole() && quantity > Quantity{}};
    if (!whole || quantity > left_of(cart, piece)) return refuse("return.all_back", known.sale.receipt.text);
    if (other.sku == piece.sku) return refuse("swap.same_piece", other.sku.text);
    keep_price(desk, piece, other);
    if (auto alike = check_swap(known.sale, known.terms, known.visits, piece.line, other); !alike) {
        return refuse(alike.error());
    }
    SwapTerms terms;
    terms.receipt = known.sale.receipt;
    terms.line = piece.line;
    return cart.add_swap(as_sold(desk, piece.sold(), piece.sku), piece.mark, other, quantity, std::move(terms),
                         reason);
}

} // namespace

Result<void> perform(Desk& desk, const SwapLine& command)
{
    if (auto ready = begin_edit(desk); !ready) return ready;
    if (auto said = check_reason(command.reason); !said) return said;
    const auto piece = find_piece(desk, command.receipt, command.line);
    if (!piece) return refuse(piece.error());
    auto other = find_goods(desk, command.sku);
    if (!other) return refuse(other.error());
    if (auto in_time = check_window(desk, command, *piece, command.reason); !in_time) return in_time;
    const auto line = put_swap(desk, *piece, std::move(*other), command.quantity, command.reason, desk.state.cart);
    if (!line) return refuse(line.error());
    show_cart(desk, *line);
    return {};
}

Result<LineNumber> take_up_swap(const Desk& desk, const ParkedLine& back, const ParkedLine& out, Cart& cart)
{
    auto piece = find_piece(desk, back.swapped_receipt, back.swapped_line);
    if (!piece) return refuse(piece.error());
    piece->sku = back.sku;
    auto other = find_goods(desk, out.sku);
    if (!other) return refuse(other.error());
    return put_swap(desk, *piece, std::move(*other), out.quantity, back.reason, cart);
}

} // namespace guitai
