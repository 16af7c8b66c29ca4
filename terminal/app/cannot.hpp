// What the member can not have (过敏, 忌口) and has on her ticket all the same: nobody pays for it unseen.
#pragma once

#include "terminal/app/till_state.hpp"

namespace guitai {

// The lines of the ticket that nobody has said yes to yet, and sizes that are not hers.
void show_fit(Desk& desk);

// Refuses member.cannot, with what she said and the goods, while there is such a line.
[[nodiscard]] Result<void> check_cannot(const Desk& desk);

// Whether `goods` are nothing that she can not have or does not like, so that they may be suggested to her.
[[nodiscard]] bool may_be_suggested(const Desk& desk, const CatalogueItem& goods);

} // namespace guitai
