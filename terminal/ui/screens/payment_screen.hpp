// Taking the money: what is still to pay, how, how much was handed over, and the
// change in large figures. It shows differences; the till settles.
#pragma once

#include "terminal/ui/screens/scene.hpp"
#include "terminal/ui/screens/value_sheets.hpp"

#include <string>

namespace guitai::ui {

// How the orders on the ticket are to be paid, as said when they were taken down.
enum class PayPlan { all, deposit, on_delivery };

struct PaymentMemory {
    TenderKind tender{TenderKind::cash};
    std::size_t currency{0}; // Of foreign cash, among those taken here.
    int reason{-1};          // Why money goes back another way.
    bool began{false};
    std::string amount; // Typed; empty: what is still to pay.
    PayPlan plan{PayPlan::all};
    bool asks_card{false}; // For the number of a gift card …
    Money by_card{};       // … that is to pay this.
    GiftPayMemory gift;

    void begin(PayPlan planned)
    {
        *this = {};
        plan = planned;
        if (planned == PayPlan::on_delivery) tender = TenderKind::cod;
    }
};

// `back` to the ticket, or stay.
[[nodiscard]] Go draw_payment(Scene& scene, PaymentMemory& memory);
// The sale that was just paid, until the next customer.
void draw_sale_done(Scene& scene, const SaleDone& done);

} // namespace guitai::ui
