#include "tests/ui/privacy_states.hpp"

#include "sync/events/password.hpp"
#include "tests/support/sample_views.hpp"
#include "tests/ui/member_states.hpp"

namespace guitai::test {
namespace {

using ui::Go;
using Step = ui::OwnMemory::Step;

MemberView behind_keys()
{
    MemberView member{well_known_member()};
    member.keys = {.has_password = true, .locked = true, .tries_left = 5, .hidden_notes = 5};
    member.profile.phone = masked_phone(member.profile.phone);
    member.profile.birthday.clear();
    member.profile.note.clear();
    member.notes.clear();
    member.consents.clear();
    member.last_purchases.clear();
    member.question.reset();
    return member;
}

ScreenState looking(std::string name, MemberView member)
{
    ScreenState state{std::move(name), at_work(), {}};
    state.view.session.people[1].role = Role::adviser;
    state.memory.page = Go::members;
    state.memory.member.finding = false;
    state.view.member = std::move(member);
    return state;
}

ScreenState turning(std::string name, std::string adviser, std::string digits)
{
    ScreenState state{looking(std::move(name), behind_keys())};
    state.view.member->keys.adviser = {std::move(adviser)};
    state.memory.member.keys.asking = true;
    state.memory.member.keys.digits = std::move(digits);
    return state;
}

ScreenState turned_to_her(std::string name, Step step)
{
    ScreenState state{looking(std::move(name), behind_keys())};
    state.memory.member.own.begin(*state.view.member);
    state.memory.member.own.step = step;
    return state;
}

ScreenState her_page(std::string name, int tab)
{
    ScreenState state{turned_to_her(std::move(name), Step::page)};
    state.view.own = own_file();
    state.memory.member.own.tab = tab;
    return state;
}

} // namespace

OwnFileView own_file()
{
    OwnFileView own;
    own.member = well_known_member();
    own.member.keys.has_password = true;
    own.member.coupons = {{"BD2026-M-1-7", "birthday-50", "生日券：满 300 减 50", "Birthday: 50 off 300", "2026-12-05"}};
    own.lots = {{800, "2026-12-31", ""}, {6'200, "2027-12-31", ""}, {5'480, "2028-12-31", "2026-11-28"}};
    own.member.stored = yuan(320);
    OrderDetail under_way;
    under_way.brief = own.member.open_orders.front();
    under_way.carrier = "顺丰速运";
    under_way.tracking = "SF1234567890123";
    under_way.history = {{OrderState::captured, "order_placed", saturday_ms - 3 * 86'400'000LL, "王芳"},
                         {OrderState::accepted, "order_accepted", saturday_ms - 2 * 86'400'000LL, {}},
                         {OrderState::shipped, "order_shipped", saturday_ms - 86'400'000LL, {}}};
    OrderDetail over{under_way};
    over.brief.order = {"S01-1-371"};
    over.brief.state = OrderState::delivered;
    over.history.push_back({OrderState::delivered, "order_delivered", saturday_ms - 3'600'000LL, {}});
    own.orders = {under_way, over};
    own.accesses = {{FileAccess::own, {}, Role::clerk, {"S01"}, saturday_ms},
                    {FileAccess::opened, {"李雪"}, Role::adviser, {"S01"}, saturday_ms - 3'600'000},
                    {FileAccess::read, {"韩总"}, Role::executive, {}, saturday_ms - 86'400'000},
                    {FileAccess::refused, {"李雪"}, Role::adviser, {"S02"}, saturday_ms - 9 * 86'400'000LL}};
    own.closes_at_ms = saturday_ms + 90'000;
    return own;
}

std::vector<ScreenState> privacy_states()
{
    std::vector<ScreenState> states;
    states.push_back(looking("p_locked", behind_keys()));
    states.push_back(turning("p_adviser_key", "", "24"));
    states.push_back(turning("p_her_key", "李雪", "271"));
    states.push_back(turning("p_wrong", "李雪", ""));
    states.back().memory.member.keys.wrong = true;
    states.back().view.member->keys.tries_left = 3;
    states.push_back(turning("p_shut_for_ten_minutes", "李雪", ""));
    states.back().view.member->keys.locked_until_ms = saturday_ms + 540'000;
    MemberView open{well_known_member()};
    open.keys = {.has_password = true, .adviser = {"李雪"}, .closes_at_ms = saturday_ms + 85'000, .tries_left = 5};
    open.family = {{{"M-1-3"}, "单国强", Generation::elder, 1'200},
                   {{"M-1-7"}, "单晓梅", Generation::parent, 9'480},
                   {{"M-1-9"}, "单小雨", Generation::child, 1'800}};
    states.push_back(looking("p_open", open));
    states.push_back(turned_to_her("p_own_password", Step::password));
    states.back().memory.member.own.digits = "27";
    states.push_back(turned_to_her("p_own_phone", Step::phone));
    states.back().memory.member.own.digits = "1380000";
    states.push_back(turned_to_her("p_own_new", Step::new_password));
    states.push_back(her_page("p_own_points", ui::OwnMemory::points));
    states.push_back(her_page("p_own_orders", ui::OwnMemory::orders));
    states.push_back(her_page("p_own_complaints", ui::OwnMemory::orders));
    states.back().view.own->member.complaints = two_complaints();
    states.push_back(her_page("p_own_consents", ui::OwnMemory::consents));
    states.push_back(her_page("p_own_accesses", ui::OwnMemory::accesses));
    states.push_back(her_page("p_own_erase", ui::OwnMemory::points));
    states.back().memory.member.own.sure = true;
    return states;
}

} // namespace guitai::test
