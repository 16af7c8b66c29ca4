#include "sync/events/complaint.hpp"

#include <algorithm>
#include <tuple>

namespace guitai {
namespace {

constexpr std::int64_t minute_ms{60LL * 1'000};
constexpr std::int64_t hour_ms{60 * minute_ms};

constexpr std::int64_t promised_hours(ComplaintDuty duty)
{
    switch (duty) {
    case ComplaintDuty::call: return 24;
    case ComplaintDuty::result: return 3 * 24;
    case ComplaintDuty::visit: return 7 * 24;
    case ComplaintDuty::archive: break;
    }
    return 10 * 24;
}

// Of UTF-8, blanks apart: padding is no answer.
std::size_t characters_in(std::string_view text)
{
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char letter) {
        const auto byte = static_cast<unsigned char>(letter);
        return byte > 0x20 && (byte & 0xc0U) != 0x80U;
    }));
}

} // namespace

const ComplaintAnswer* ComplaintCase::answer_to(ComplaintDuty duty) const
{
    const auto found = std::find_if(answers.begin(), answers.end(),
                                    [&](const ComplaintAnswer& answer) { return answer.duty == duty; });
    return found == answers.end() ? nullptr : &*found;
}

std::int64_t due_at(const Complaint& complaint, ComplaintDuty duty)
{
    // What is said to the minute is meant to the minute.
    return complaint.opened_at_ms / minute_ms * minute_ms + promised_hours(duty) * hour_ms;
}

std::int64_t late_before(std::int64_t at_ms) { return at_ms - minute_ms + 1; }

bool is_late(std::int64_t due_at_ms, std::int64_t at_ms) { return due_at_ms < late_before(at_ms); }

std::optional<DueDuty> next_duty(const ComplaintCase& one)
{
    if (!one.is_open()) return std::nullopt;
    for (const auto& [duty, word] : Words<ComplaintDuty>::all) {
        if (one.answer_to(duty) == nullptr) return DueDuty{duty, due_at(one.complaint, duty)};
    }
    return std::nullopt;
}

DutyCount& DutyCount::operator+=(const DutyCount& other)
{
    due += other.due;
    late += other.late;
    return *this;
}

DutyCount duties_until(const ComplaintCase& one, std::int64_t now_ms, std::int64_t until_ms)
{
    DutyCount count;
    if (!one.is_open()) return count;
    for (const auto& [duty, word] : Words<ComplaintDuty>::all) {
        if (one.answer_to(duty) != nullptr) continue;
        const std::int64_t due{due_at(one.complaint, duty)};
        count.due += due < until_ms ? 1 : 0;
        count.late += is_late(due, now_ms) ? 1 : 0;
    }
    return count;
}

bool takes_the_place_of(const ComplaintAnswer& later, const ComplaintAnswer& known)
{
    const auto order = [](const ComplaintAnswer& one) { return std::tie(one.at_ms, one.words, one.staff, one.store); };
    return order(later) < order(known);
}

Result<void> check_complaint(std::string_view about)
{
    if (characters_in(about) == 0) return refuse("complaint.empty");
    if (about.size() > complaint_bytes_max) return refuse("complaint.too_long");
    const bool is_plain{std::none_of(about.begin(), about.end(),
                                     [](char letter) { return static_cast<unsigned char>(letter) < 0x20; })};
    if (!is_plain) return refuse("complaint.bad_text");
    return {};
}

Result<void> check_answer(const ComplaintCase& one, ComplaintDuty duty, std::string_view words,
                          std::string_view last_words)
{
    if (!one.is_open()) return refuse("complaint.closed", one.complaint.complaint.text);
    if (one.answer_to(duty) != nullptr) return refuse("complaint.done_already");
    const bool has_result{one.answer_to(ComplaintDuty::result) != nullptr};
    if (duty == ComplaintDuty::archive && !has_result) {
        return refuse("complaint.result_first", one.complaint.complaint.text);
    }
    if (auto plain = check_complaint(words); !plain) return plain;
    if (characters_in(words) < answer_characters_min) {
        return refuse("complaint.perfunctory", std::to_string(answer_characters_min));
    }
    const bool is_copied{words == last_words ||
                         std::any_of(one.answers.begin(), one.answers.end(),
                                     [&](const ComplaintAnswer& other) { return other.words == words; })};
    return is_copied ? Result<void>{refuse("complaint.copied")} : Result<void>{};
}

} // namespace guitai
