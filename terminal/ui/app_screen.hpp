// The whole glass: which screen is shown, the rail, and what lies over every
// page. It owns the navigation and the memory of each screen, and decides
// nothing that the till decides.
#pragma once

#include "terminal/ui/look_settings.hpp"
#include "terminal/ui/screens/approval_sheet.hpp"
#include "terminal/ui/screens/member_screen.hpp"
#include "terminal/ui/screens/open_shift_screen.hpp"
#include "terminal/ui/screens/order_capture_screen.hpp"
#include "terminal/ui/screens/orders_screen.hpp"
#include "terminal/ui/screens/payment_screen.hpp"
#include "terminal/ui/screens/price_check_sheet.hpp"
#include "terminal/ui/screens/sale_screen.hpp"
#include "terminal/ui/screens/settings_screen.hpp"
#include "terminal/ui/screens/shift_screen.hpp"
#include "terminal/ui/screens/sign_in_screen.hpp"

namespace guitai::ui {

struct AppScreens {
    LookSettings look;
    Go page{Go::sell};          // Of the rail.
    bool paying{false};         // Payment stands over the pages, without the rail,
    bool capturing{false};      // and so does the writing down of an order or an address.
    bool capture_sent{false};   // The till has it; the next view says whether it took it.
    bool enrol_sent{false};
    bool other_books{false};    // Practice was asked for, or its end: whoever owns the till sees to it.
    bool person_open{false};    // The sheet of whoever is at the till.
    std::int64_t pieces_seen{0};
    bool catching_up{false};    // From far behind until there: the bar does not leave on the way.

    SignInMemory sign_in;
    OpenShiftMemory open_shift;
    SaleMemory sale;
    PriceCheckMemory price_check;
    PaymentMemory payment;
    CaptureMemory capture;
    MemberMemory member;
    OrdersMemory orders;
    ShiftMemory shift;
    ApprovalMemory approval;
    ToastState toast;
    Writing writing; // Its `ime` is given by whoever owns one.
};

// One frame. Screens push what was asked for into `commands`; the till acts on it afterwards.
void draw_app(const TillView& view, AppScreens& memory, Ui& ui, Commands& commands);

} // namespace guitai::ui
