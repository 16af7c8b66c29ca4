// The second screen, turned to the customer: what is being bought and why it
// costs what it costs, what is to be paid, and the receipt to take along. It shows
// no stock, no cost and no phone. After paying it asks for one tap: how it was.
#pragma once

#include "terminal/ui/screens/own_screen.hpp"
#include "terminal/ui/widgets/kit.hpp"
#include "terminal/ui/widgets/square_code.hpp"

#include "terminal/app/command.hpp"
#include "terminal/app/view.hpp"

#include <string>

namespace guitai::ui {

struct CustomerMemory {
    SquareCode code; // Of the receipt, or of what her phone is to fetch.
    OwnMemory own; // A member looks at herself.
};

// `commands` gets what the customer tapped for herself: a feeling, or what is hers on her own screen.
void draw_customer(const TillView& view, CustomerMemory& memory, Ui& ui, Commands& commands);

} // namespace guitai::ui
