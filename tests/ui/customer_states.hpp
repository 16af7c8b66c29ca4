// What the customer's screen can show, by name: for pictures.
#pragma once

#include "terminal/app/view.hpp"

#include <string>
#include <vector>

namespace guitai::test {

struct CustomerState {
    std::string name; // "i_customer_paying"
    TillView view;
};

[[nodiscard]] std::vector<CustomerState> customer_states();

} // namespace guitai::test
