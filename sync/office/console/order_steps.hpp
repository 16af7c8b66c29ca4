// Which step of an order has which button and asks for what: the one table of them. A step that the table of states
// allows shows its form on the order's own page, and on the desk where it needs no more than a line.
#pragma once

#include "sync/office/console/order_rows.hpp"
#include "sync/office/fulfilment.hpp"
#include "sync/office/forms.hpp"

namespace guitai::office {

enum class StepPlace { everywhere, own_page }; // own_page: what is not to be pressed in passing.

// The forms of the steps that this person may take now; {{#steps}} of the row.
void add_steps(const PageMaker& maker, PageData& row, const OrderRow& order, StepPlace place);
// What somebody filled in, for the step of that word; nothing where the console has no such button.
[[nodiscard]] std::optional<OrderRequest> request_in(const Form& form, std::string_view step);

} // namespace guitai::office
