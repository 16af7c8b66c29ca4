#include "tests/ui/customer_states.hpp"

#include "tests/support/sample_views.hpp"

namespace guitai::test {
namespace {

TillView done(Money change)
{
    TillView view{selling()};
    SaleDone sale;
    sale.receipt = {"S01-1-000173"};
    sale.total = view.cart.total;
    sale.given = view.cart.total + change;
    sale.change = change;
    sale.points_earned = 2'018;
    sale.points_balance = 14'498;
    sale.qr = "GTR1.S01.S01-1-000173.20261121.201750." + std::string(103, 'M');
    view.cart = {};
    view.payment.done = std::move(sale);
    return view;
}

TillView partly_paid()
{
    TillView view{selling()};
    view.payment.tenders = {{TenderKind::cash, yuan(1'000), yuan(1'000), {}, ""}};
    view.cart.due = view.cart.total - yuan(1'000);
    return view;
}

TillView paying_with_points()
{
    TillView view{selling()};
    view.cart.redeem.points = 2'900;
    view.cart.redeem.worth = yuan(29);
    view.cart.due = view.cart.total - yuan(29);
    return view;
}

TillView fetching_points()
{
    TillView view{selling()};
    view.cart.redeem.asking = true;
    view.cart.redeem.phone_link = "HTTPS://MEMBERS.EXAMPLE/MY/L/GTQ1." + std::string(128, 'K');
    return view;
}

TillView stranger()
{
    TillView view{selling()};
    view.cart.member.reset();
    view.cart.points_earned = 0;
    return view;
}

TillView long_ticket()
{
    TillView view{selling()};
    const std::vector<CartLineView> lines{view.cart.lines};
    for (int times{0}; times < 4; ++times) {
        view.cart.lines.insert(view.cart.lines.end(), lines.begin(), lines.end());
    }
    return view;
}

TillView going_back()
{
    TillView view{selling()};
    view.cart.total = -view.cart.total;
    view.cart.due = view.cart.total;
    view.cart.discount = -view.cart.discount;
    return view;
}

TillView went_back()
{
    TillView view{done({})};
    view.payment.done->total = -view.payment.done->total;
    view.payment.done->given = -view.payment.done->given;
    return view;
}

TillView rated()
{
    TillView view{done({})};
    view.payment.done->feeling = Feeling::good;
    return view;
}

} // namespace

std::vector<CustomerState> customer_states()
{
    return {{"i_customer_idle", at_work()},       {"i_customer_lines", selling()},
            {"i_customer_stranger", stranger()},  {"i_customer_long", long_ticket()},
            {"i_customer_partly", partly_paid()}, {"i_customer_done", done({})},
            {"i_customer_change", done(yuan(82, 50))}, {"i_customer_back", going_back()},
            {"i_customer_was_back", went_back()},
            {"i_customer_rated", rated()}, {"i_customer_points", paying_with_points()},
            {"i_customer_phone", fetching_points()},
            {"i_customer_offers", selling_by_offers()}};
}

} // namespace guitai::test
