#include "terminal/app/talk.hpp"

#include "terminal/app/use_cases.hpp"

#include <algorithm>

namespace guitai {
namespace {

constexpr std::int64_t taps_max{100'000}; // A till that is left on its own for a night.

} // namespace

void advance_talk(Desk& desk, TalkStep step)
{
    desk.state.talk.step = std::max(desk.state.talk.step, static_cast<std::int64_t>(step));
}

Talk talk_to_write(const Desk& desk)
{
    Talk talk{desk.state.talk};
    if (talk.number == 0) talk.number = desk.ports.days.counts().talks + 1;
    if (desk.state.first_line_at_ms != 0) {
        talk.serving_ms = std::max<std::int64_t>(desk.now_ms() - desk.state.first_line_at_ms, 0);
    }
    return talk;
}

void keep_talk(Desk& desk, const Talk& talk) { desk.state.talk.number = talk.number; }

std::vector<EventBody> talk_given_up(const Desk& desk)
{
    if (desk.state.talk.step == 0 || desk.state.cart.is_empty()) return {};
    TalkEnded ended;
    ended.store = desk.state.view.shop.store;
    ended.staff = desk.staff();
    if (desk.state.member) ended.member = desk.state.member->member;
    ended.business_date = business_date(desk);
    ended.talk = talk_to_write(desk);
    return {std::move(ended)};
}

std::string business_date(const Desk& desk)
{
    return desk.state.shift.shift == 0 ? desk.today() : desk.state.shift.business_date;
}

Result<void> perform(Desk& desk, const StepTalk& command)
{
    if (command.step < 1 || command.step > talk_steps) return refuse("talk.no_such_step", std::to_string(command.step));
    if (command.step < desk.state.talk.step) return refuse("talk.backward", std::to_string(desk.state.talk.step));
    desk.state.talk.step = command.step;
    return {};
}

// Between two customers nobody waits: what is tapped then is not counted, but for the tap that begins the next talk.
Result<void> perform(Desk& desk, const CountTaps& command)
{
    const std::int64_t more{std::clamp<std::int64_t>(command.taps, 0, taps_max)};
    std::int64_t& taps{desk.state.talk.taps};
    taps = desk.state.talk.step == 0 ? more : std::min(taps + more, taps_max);
    return {};
}

} // namespace guitai
