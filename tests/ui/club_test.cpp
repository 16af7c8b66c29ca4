#include "tests/support/catch.hpp"
#include "tests/support/glass_over_view.hpp"
#include "tests/support/sample_views.hpp"
#include "tests/ui/states.hpp"

using namespace guitai;
using namespace guitai::ui;
using test::GlassOverView;

namespace {

TillView with_club()
{
    TillView view{test::paying()};
    view.payment.membership = {test::yuan(365), 365, 12};
    view.services = {{"class", "烹饪课", "Cooking class", 200, {"食材"}, "", ""}};
    return view;
}

FeeView fee_of(const TillView& view)
{
    return {"S01-1-F00012", view.cart.member->profile.member, test::yuan(365), TenderKind::cash, "", 365,
            "2026-11-22", "2027-11-22", false};
}

} // namespace

TEST_CASE("a fee is taken by one tap on what the shop asks", "[ui][screens]")
{
    GlassOverView glass{with_club()};
    glass.tap("ticket.more");
    glass.tap("more.fee");
    CHECK_FALSE(glass.shows("fee.back")); // There is none to give back.

    glass.tap("fee.go");

    REQUIRE(glass.pushed<PayMembership>().size() == 1);
    CHECK(glass.pushed<PayMembership>()[0].phone_or_card == glass.view.cart.member->profile.member.text);
    CHECK(glass.pushed<PayMembership>()[0].tender == TenderKind::cash);
}

TEST_CASE("a fee goes back for a reason, and not by one tap", "[ui][screens]")
{
    TillView view{with_club()};
    view.cart.member->fees = {fee_of(view)};
    GlassOverView glass{view};
    glass.tap("ticket.more");
    glass.tap("more.fee");
    glass.tap("fee.back");
    CHECK_THROWS(glass.tap("fee.back_go")); // Not without a reason.
    const bool without_reason{!glass.pushed<RefundMembership>().empty()};

    glass.tap("fee.reason/0");
    glass.tap("fee.back_go");

    CHECK_FALSE(without_reason);
    REQUIRE(glass.pushed<RefundMembership>().size() == 1);
    CHECK(glass.pushed<RefundMembership>()[0].fee == "S01-1-F00012");
    CHECK_FALSE(glass.pushed<RefundMembership>()[0].reason.empty());
}

TEST_CASE("a service is chosen from the list and taken off the ticket again", "[ui][screens]")
{
    GlassOverView glass{with_club()};
    glass.tap("ticket.more");
    glass.tap("more.services");

    glass.tap("services/class");

    REQUIRE(glass.pushed<AddService>().size() == 1);
    CHECK(glass.pushed<AddService>()[0].service == "class");
    TillView taken{with_club()};
    taken.payment.tenders.clear();
    taken.cart.services = {{"class", "烹饪课", "Cooking class", 200}};
    GlassOverView ticket{taken};
    ticket.tap("ticket.service/0");
    REQUIRE(ticket.pushed<RemoveService>().size() == 1);
}
