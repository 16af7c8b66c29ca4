#include "tests/ui/value_states.hpp"

#include "tests/support/sample_views.hpp"
#include "tests/ui/trade_states.hpp"

namespace guitai::test {
namespace {

TillView with_purse(TillView view)
{
    if (view.cart.member) view.cart.member->stored = yuan(1'286);
    view.payment.takes_gift_cards = true;
    return view;
}

ScreenState on_sheet(std::string name, ui::SaleSheet sheet)
{
    ScreenState state{selling_with(std::move(name), sheet)};
    state.view = with_purse(std::move(state.view));
    return state;
}

ScreenState paying_by(std::string name, TenderKind tender)
{
    ScreenState state{std::move(name), with_purse(paying()), {}};
    state.memory.paying = true;
    state.memory.payment.tender = tender;
    state.memory.payment.began = true;
    return state;
}

} // namespace

std::vector<ScreenState> value_states()
{
    std::vector<ScreenState> states;
    states.push_back(on_sheet("v_top_up", ui::SaleSheet::load));
    states.back().memory.sale.sheet.load.digits = "1000";
    states.push_back(on_sheet("v_top_up_done", ui::SaleSheet::load));
    states.back().memory.sale.sheet.load.sent = true;
    states.back().view.payment.value_loaded = ValueLoadedView{"S01-1-V00012", "单晓梅", yuan(1'000), yuan(100),
                                                              yuan(1'000), {}, yuan(2'386)};
    states.push_back(on_sheet("v_gift_card_number", ui::SaleSheet::sell_gift));
    states.push_back(on_sheet("v_gift_card_amount", ui::SaleSheet::sell_gift));
    states.back().memory.sale.sheet.load.has_code = true;
    states.back().memory.sale.sheet.load.digits = "500";
    states.back().view.payment.gift_card = GiftCardView{"…7K2M", {}};
    states.push_back(paying_by("v_pay_stored", TenderKind::stored_value));
    states.push_back(paying_by("v_pay_asking", TenderKind::stored_value));
    states.back().view.payment.asking_value = true;
    states.push_back(paying_by("v_pay_gift", TenderKind::gift_card));
    states.back().view.payment.tenders = {
        {TenderKind::gift_card, yuan(300), yuan(300), {}, "gift/7K2M/0123456789abcdef"}};
    states.push_back(paying_by("v_pay_gift_number", TenderKind::gift_card));
    states.back().memory.payment.asks_card = true;
    states.back().memory.payment.by_card = states.back().view.cart.due;
    return states;
}

} // namespace guitai::test
