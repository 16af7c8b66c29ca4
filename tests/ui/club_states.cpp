#include "tests/ui/club_states.hpp"

#include "tests/support/sample_views.hpp"
#include "tests/ui/trade_states.hpp"

namespace guitai::test {
namespace {

TillView with_club(TillView view)
{
    view.payment.membership = {yuan(365), 365, 12};
    if (view.cart.member) {
        view.cart.member->fees = {{"S01-1-F00012", view.cart.member->profile.member, yuan(365), TenderKind::cash, "",
                                   365, "2026-11-22", "2027-11-22", false}};
        view.cart.member->paying_until = "2027-11-22";
    }
    view.services = {{"class", "烹饪课", "Cooking class", 200, {"食材"}, "", ""},
                     {"fitting", "改衣", "Fitting", 30, {"女装/外套"}, "", ""},
                     {"care", "羽绒服清洗", "Down jacket cleaning", 480, {"轻薄羽绒服"},
                      "service.not_enough_points", "365 / 480"},
                     {"yoga", "瑜伽课", "Yoga", 120, {"瑜伽垫"}, "service.needs_purchase", "瑜伽垫"}};
    return view;
}

ScreenState on_sheet(std::string name, ui::SaleSheet sheet)
{
    ScreenState state{selling_with(std::move(name), sheet)};
    state.view = with_club(std::move(state.view));
    return state;
}

} // namespace

std::vector<ScreenState> club_states()
{
    std::vector<ScreenState> states;
    states.push_back(on_sheet("c_fee", ui::SaleSheet::fee));
    states.push_back(on_sheet("c_fee_done", ui::SaleSheet::fee));
    states.back().memory.sale.sheet.fee.sent = true;
    states.back().view.payment.fee_done =
        FeeDoneView{"S01-1-F00012", "单晓梅", yuan(365), yuan(365), {}, TenderKind::cash, 365, "2027-11-22"};
    states.push_back(on_sheet("c_fee_back", ui::SaleSheet::fee));
    states.back().memory.sale.sheet.fee.giving_back = true;
    states.back().memory.sale.sheet.fee.reason = 0;
    states.push_back(on_sheet("c_fee_gave_back", ui::SaleSheet::fee));
    states.back().memory.sale.sheet.fee.sent = true;
    states.back().view.payment.fee_done =
        FeeDoneView{"S01-1-B00003", "单晓梅", -yuan(265), -yuan(265), {}, TenderKind::cash, -265, ""};
    states.push_back(on_sheet("c_services", ui::SaleSheet::services));
    states.push_back(on_sheet("c_services_on_ticket", ui::SaleSheet::none));
    states.back().view.cart.services = {{"class", "烹饪课", "Cooking class", 200}, {"fitting", "改衣", "Fitting", 30}};
    states.push_back(on_sheet("c_more", ui::SaleSheet::more));
    return states;
}

} // namespace guitai::test
