#include "terminal/app/edit_cart.hpp"

#include "terminal/app/discount_line.hpp"
#include "terminal/app/mark_line.hpp"
#include "terminal/app/permission.hpp"
#include "terminal/app/returns.hpp"
#include "terminal/app/talk.hpp"
#include "terminal/app/use_cases.hpp"
#include "terminal/app/view_parts.hpp"
#include "terminal/domain/scan.hpp"

namespace guitai {

Result<CatalogueItem> find_goods(const Desk& desk, const Sku& sku)
{
    auto product = desk.ports.catalogue.find(sku);
    if (!product) return refuse("cart.unknown_sku", sku.text);
    if (product->withdrawn) return refuse("cart.not_for_sale", sku.text);
    return std::move(*product);
}

Result<void> put_on_ticket(Desk& desk, const CatalogueItem& product, Quantity quantity, const PieceMark& mark)
{
    if (auto ready = begin_edit(desk); !ready) return ready;
    if (product.withdrawn) return refuse("cart.not_for_sale", product.sku.text);
    if (auto unsold = check_unsold(desk, product.sku, mark.serial); !unsold) return unsold;
    const auto line = desk.state.cart.add_marked(product, quantity, mark);
    if (!line) return refuse(line.error());
    show_cart(desk, *line);
    return {};
}

// The scale worked the price out of weight and unit price and rounded it; working
// the weight back comes out a few fen too high. The label is what the customer was
// shown, so what is too much goes off the line, with the label as its reason: the price is
// kept to the fen and the stock to the gram.
Result<void> put_labelled_on_ticket(Desk& desk, const CatalogueItem& product, Money price,
                                    const PieceMark& mark)
{
    const Quantity quantity{quantity_for(price, product.price)};
    if (quantity.is_zero()) return refuse("scan.no_unit_price", product.sku.text);
    if (auto ready = begin_edit(desk); !ready) return ready;
    if (product.withdrawn) return refuse("cart.not_for_sale", product.sku.text);
    if (auto unsold = check_unsold(desk, product.sku, mark.serial); !unsold) return unsold;
    const auto line = desk.state.cart.add_marked(product, quantity, mark);
    if (!line) return refuse(line.error());
    const std::string reason{desk.words()("price.label")};
    LineDiscount discount{desk.state.cart.find(*line)->discount};
    // A discount that a person gave stays as it was given.
    if (discount.none() || discount.reason == reason) {
        discount.amount += quantity.times(product.price) - price;
        discount.reason = discount.amount.is_zero() ? "" : reason;
        if (auto given = desk.state.cart.discount(*line, discount); !given) return given;
    }
    show_cart(desk, *line);
    return {};
}

Result<void> perform(Desk& desk, const AddProduct& command)
{
    const auto product = find_goods(desk, command.sku);
    if (!product) return refuse(product.error());
    return put_on_ticket(desk, *product, command.quantity);
}

Result<void> perform(Desk& desk, const SetQuantity& command)
{
    if (auto ready = begin_edit(desk); !ready) return ready;
    if (auto allowed = check_discount_at(desk, command); !allowed) return allowed;
    if (auto fits = check_return(desk, command); !fits) return fits;
    if (auto set = desk.state.cart.set_quantity(command.line, command.quantity); !set) return set;
    show_cart(desk, command.line);
    return {};
}

Result<void> perform(Desk& desk, const RemoveLine& command)
{
    if (auto ready = begin_edit(desk); !ready) return ready;
    if (auto removed = desk.state.cart.remove(command.line); !removed) return removed;
    show_cart(desk);
    return {};
}

Result<void> perform(Desk& desk, const UndoRemove& command)
{
    if (auto ready = begin_edit(desk); !ready) return ready;
    const Cart before{desk.state.cart};
    const auto line = desk.state.cart.undo_remove();
    if (!line) return refuse(line.error());
    if (!returns_fit(desk)) { // It was handed in again meanwhile.
        desk.state.cart = before;
        return refuse("return.all_back");
    }
    if (auto may = check_undone(desk, command, *line); !may) {
        desk.state.cart = before;
        return may;
    }
    show_cart(desk, *line);
    return {};
}

Result<void> perform(Desk& desk, const ClearTicket&)
{
    if (!desk.state.tenders.empty()) return refuse("pay.under_way");
    if (auto ended = talk_given_up(desk); !ended.empty()) desk.write(std::move(ended));
    forget_ticket(desk);
    return {};
}

} // namespace guitai
