// Whether goods fit the member who is about to pay for them: what she said she can not have, and the size she wears.
#pragma once

#include "sync/events/catalogue_events.hpp"

#include <string_view>

namespace guitai {

// Whether `item` is what she meant by `about` ("甜食", "不能吃甜食", "wool"): a tag, a part of the category or a
// collection that `about` names, or `about` in the goods' name or composition. Capital letters are no difference.
[[nodiscard]] bool is_about(std::string_view about, const CatalogueItem& item);

// Whether both are sizes of one kind, so that one can be wrong where the other is right: 165/88A and 170/92A, M and
// XL, but not M and 42.
[[nodiscard]] bool same_kind_of_size(std::string_view one, std::string_view other);

} // namespace guitai
