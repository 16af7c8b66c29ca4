// A file of worked tickets: a catalogue, promotions, carts and what they must
// cost. Reads the outside form and writes what the engine answered in the same
// words; plays and compares nothing by itself.
#pragma once

#include "sync/pricing/document.hpp"
#include "sync/pricing/promotion.hpp"
#include "sync/pricing/receipt_state.hpp"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace guitai::pricing {

using Catalogue = std::map<std::string, std::shared_ptr<const Article>>;

// Refusals name the place: tickets.bad_value "tickets[3].cart.now".
[[nodiscard]] Result<Catalogue> read_catalogue(const Node* rows, const std::string& place);

// `cart` adds to or replaces the facts of `shop`; the lines are its own. Refuses
// tickets.bad_value with the place, a line number given twice and more than units_max
// pieces among them.
[[nodiscard]] Result<Basket> read_basket(const Node& shop, const Node& cart, const Catalogue& catalogue,
                                         const std::string& place);

[[nodiscard]] Result<std::vector<GoodsBack>> read_goods_back(const Node& visit, const std::string& place);

// The priced cart and the refund in the words of the file.
[[nodiscard]] Node priced_node(const PricedBasket& priced, const Node& cart);
[[nodiscard]] Node refund_node(const Refund& refund);

} // namespace guitai::pricing
