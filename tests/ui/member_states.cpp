#include "tests/ui/member_states.hpp"

#include "tests/support/sample_views.hpp"
#include "tests/ui/trade_states.hpp"

namespace guitai::test {
namespace {

using ui::Go;
using ui::MemberFileMemory;

ScreenState looked_at(std::string name)
{
    ScreenState state{std::move(name), at_work(), {}};
    state.memory.page = Go::members;
    state.memory.member.finding = false;
    state.view.member = well_known_member();
    return state;
}

ScreenState writing(std::string name, MemberFileMemory::Tab tab)
{
    ScreenState state{looked_at(std::move(name))};
    state.memory.member.file.open = true;
    state.memory.member.file.tab = tab;
    return state;
}

ScreenState served(std::string name, ui::SaleSheet sheet)
{
    ScreenState state{selling_with(std::move(name), sheet)};
    state.view.cart.member = well_known_member();
    CartLineView& first{state.view.cart.lines.front()};
    first.usual_size = "170/92A";
    state.view.cart.cannot = {{first.line, {"N1-000001"}, "羊毛内里", first.sku, first.name, first.name_en}};
    return state;
}

ScreenState complained(std::string name)
{
    ScreenState state{looked_at(std::move(name))};
    state.view.member->complaints = two_complaints();
    state.view.complaints = two_complaints();
    return state;
}

} // namespace

std::vector<ComplaintView> two_complaints()
{
    constexpr std::int64_t hour_ms{3'600'000};
    const auto view_of = [](std::string number, ComplaintMatter matter, std::string about, std::int64_t hours_ago) {
        ComplaintView view;
        view.what.member = {"M-1-7"};
        view.what.complaint = {{std::move(number)}, matter, std::move(about), {}, saturday_ms - hours_ago * hour_ms,
                               {"S01"}, {"王芳"}};
        view.member_name = "林晓梅";
        view.form_of_address = "女士";
        return view;
    };
    ComplaintView late{view_of("C1-000002", ComplaintMatter::goods, "袖口开线，只穿了两次", 30)};
    ComplaintView other{view_of("C1-000001", ComplaintMatter::service, "试衣间排队太久，没有人来招呼", 20)};
    other.what.answers = {{ComplaintDuty::call, "电话里道了歉，她等结果", saturday_ms - hour_ms, {"S01"}, {"王芳"}}};
    for (ComplaintView* view : {&late, &other}) {
        view->next = next_duty(view->what);
        view->late = is_late(view->next->due_at_ms, saturday_ms);
    }
    return {late, other};
}

MemberView well_known_member()
{
    MemberView member{lin_xiaomei()};
    member.birthday_today = false;
    member.tier = TierStanding{"gold", "2027-06-30", 4'120, "platinum", 3'880, 880};
    member.notes = {{{"N1-000001"}, NoteKind::cannot, "羊毛内里", "2024-02-03"},
                    {{"N1-000002"}, NoteKind::request, "试衣间放一把椅子", "2019-11-21"},
                    {{"N1-000003"}, NoteKind::like, "收腰的长款、枫红", "2025-10-12"},
                    {{"N1-000004"}, NoteKind::dislike, "亮面", "2025-10-12"}};
    member.consents = {{ConsentPurpose::offers, ConsentChannel::sms, ConsentAnswer::yes, "2026-11", saturday_ms},
                       {ConsentPurpose::offers, ConsentChannel::wechat, ConsentAnswer::confirmed, "2026-11",
                        saturday_ms},
                       {ConsentPurpose::offers, ConsentChannel::phone, ConsentAnswer::no, "2026-11", saturday_ms},
                       {ConsentPurpose::offers, ConsentChannel::email, ConsentAnswer::asked, "2026-11", saturday_ms}};
    member.question = ProfilePart::birthday;
    return member;
}

std::vector<ScreenState> member_states()
{
    std::vector<ScreenState> states;
    states.push_back(looked_at("m_member"));
    states.push_back(looked_at("m_member_top"));
    states.back().view.member->tier = TierStanding{"platinum", "", 9'000, "", 0, 0};
    states.back().view.member->question.reset();
    states.push_back(writing("m_note", MemberFileMemory::note));
    states.back().memory.member.file.kind = NoteKind::cannot;
    states.push_back(writing("m_profile", MemberFileMemory::profile));
    states.back().memory.member.file.part = ProfilePart::birthday;
    states.back().memory.member.file.value.set("1988-11-21");
    states.push_back(writing("m_consent", MemberFileMemory::consent));
    states.push_back(served("m_sale", ui::SaleSheet::none));
    states.push_back(served("m_sale_question", ui::SaleSheet::none));
    states.back().view.cart.member->notes.clear();
    states.back().view.cart.cannot.clear();
    states.push_back(served("m_cannot", ui::SaleSheet::cannot));
    states.push_back(complained("m_complaints"));
    states.push_back(writing("m_complaint", MemberFileMemory::complaint));
    states.push_back(complained("m_complaint_answer"));
    states.back().memory.member.file.open = true;
    states.back().memory.member.file.tab = MemberFileMemory::complaint;
    states.back().memory.member.file.answering = {"C1-000001"};
    states.back().memory.member.file.duty = ComplaintDuty::result;
    states.push_back(complained("m_complaints_of_shop"));
    states.back().memory.member.finding = true;
    states.push_back(served("m_sale_complaint", ui::SaleSheet::none));
    states.back().view.cart.member->complaints = two_complaints();
    states.back().view.cart.cannot.clear();
    states.push_back(served("m_sale_promise", ui::SaleSheet::none));
    states.back().view.cart.member->complaints = {two_complaints().back()};
    states.back().view.cart.cannot.clear();
    return states;
}

} // namespace guitai::test
