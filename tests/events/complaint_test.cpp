#include "sync/events/complaint.hpp"

#include "sync/events/time.hpp"
#include "tests/support/catch.hpp"

using namespace guitai;

namespace {

std::int64_t at(std::string_view text) { return parse_iso_instant(text).value(); }

ComplaintCase opened()
{
    return {{"M1"}, {{"C1-000001"}, ComplaintMatter::goods, "袖口开线", {}, at("2026-11-21T10:00:00+08:00"), {"S01"},
                     {"王芳"}}, {}};
}

void answer(ComplaintCase& one, ComplaintDuty duty, const std::string& words, std::int64_t at_ms = 0)
{
    one.answers.push_back({duty, words, at_ms, {"S01"}, {"王芳"}});
}

std::string refusal(const ComplaintCase& one, ComplaintDuty duty, std::string_view words, std::string_view last = {})
{
    const auto done = check_answer(one, duty, words, last);
    return done ? "" : done.error().code;
}

} // namespace

TEST_CASE("a complaint promises a call in a day, a result in three, a visit in seven and a filed case in ten")
{
    const Complaint complaint{opened().complaint};
    CHECK(due_at(complaint, ComplaintDuty::call) == at("2026-11-22T10:00:00+08:00"));
    CHECK(due_at(complaint, ComplaintDuty::result) == at("2026-11-24T10:00:00+08:00"));
    CHECK(due_at(complaint, ComplaintDuty::visit) == at("2026-11-28T10:00:00+08:00"));
    CHECK(due_at(complaint, ComplaintDuty::archive) == at("2026-12-01T10:00:00+08:00"));
}

TEST_CASE("a minute after its hour a duty is late, at its hour it is not")
{
    const ComplaintCase one{opened()};
    const std::int64_t evening{at("2026-11-23T00:00:00+08:00")};
    CHECK(duties_until(one, at("2026-11-22T10:00:00+08:00"), evening).late == 0);
    CHECK(duties_until(one, at("2026-11-22T10:00:59+08:00"), evening).late == 0);
    CHECK(duties_until(one, at("2026-11-22T10:01:00+08:00"), evening).late == 1);
    CHECK(duties_until(one, at("2026-11-22T10:01:00+08:00"), evening).due == 1);
    CHECK(duties_until(one, at("2026-11-21T18:00:00+08:00"), at("2026-11-22T00:00:00+08:00")).due == 0);
}

TEST_CASE("seconds of the moment it was taken do not count")
{
    ComplaintCase one{opened()};
    one.complaint.opened_at_ms += 42'123;
    CHECK(due_at(one.complaint, ComplaintDuty::call) == at("2026-11-22T10:00:00+08:00"));
}

TEST_CASE("what is done is neither due nor late, and a filed case promises nothing more")
{
    ComplaintCase one{opened()};
    const std::int64_t much_later{at("2027-01-01T00:00:00+08:00")};
    CHECK(duties_until(one, much_later, much_later).late == 4);
    answer(one, ComplaintDuty::call, "电话里道了歉，她等结果");
    CHECK(duties_until(one, much_later, much_later).late == 3);
    CHECK(next_duty(one)->duty == ComplaintDuty::result);
    answer(one, ComplaintDuty::result, "换了一件新的，运费退回");
    answer(one, ComplaintDuty::archive, "这批袖口都要先检查再上架");
    CHECK(duties_until(one, much_later, much_later).late == 0);
    CHECK_FALSE(next_duty(one));
}

TEST_CASE("a case can not be filed before she has its result")
{
    ComplaintCase one{opened()};
    CHECK(refusal(one, ComplaintDuty::archive, "这批袖口都要先检查再上架") == "complaint.result_first");
    answer(one, ComplaintDuty::result, "换了一件新的，运费退回");
    CHECK(refusal(one, ComplaintDuty::archive, "这批袖口都要先检查再上架").empty());
}

TEST_CASE("perfunctory, empty and copied answers are refused")
{
    ComplaintCase one{opened()};
    CHECK(refusal(one, ComplaintDuty::call, "") == "complaint.empty");
    CHECK(refusal(one, ComplaintDuty::call, "   ") == "complaint.empty");
    CHECK(refusal(one, ComplaintDuty::call, "已处理") == "complaint.perfunctory");
    CHECK(refusal(one, ComplaintDuty::call, "已 处 理 完 成 了") == "complaint.perfunctory");
    CHECK(refusal(one, ComplaintDuty::call, "Sorry!") == "complaint.perfunctory");
    CHECK(refusal(one, ComplaintDuty::call, "电话里道了歉，\n她等结果") == "complaint.bad_text");
    CHECK(refusal(one, ComplaintDuty::call, std::string(401, 'x')) == "complaint.too_long");
    CHECK(refusal(one, ComplaintDuty::call, "电话里道了歉，她等结果", "电话里道了歉，她等结果") == "complaint.copied");
    answer(one, ComplaintDuty::call, "电话里道了歉，她等结果");
    CHECK(refusal(one, ComplaintDuty::result, "电话里道了歉，她等结果") == "complaint.copied");
    CHECK(refusal(one, ComplaintDuty::call, "又打了一次电话给她") == "complaint.done_already");
    answer(one, ComplaintDuty::archive, "这批袖口都要先检查再上架");
    CHECK(refusal(one, ComplaintDuty::visit, "登门道歉，送了一条围巾") == "complaint.closed");
}

TEST_CASE("of two answers to one duty the first holds, in whatever order they are heard")
{
    const ComplaintAnswer first{ComplaintDuty::call, "电话里道了歉，她等结果", 1'000, {"S01"}, {"王芳"}};
    const ComplaintAnswer second{ComplaintDuty::call, "总部也打了一次电话", 2'000, {}, {"赵总"}};
    CHECK(takes_the_place_of(first, second));
    CHECK_FALSE(takes_the_place_of(second, first));
    CHECK_FALSE(takes_the_place_of(first, first));
}
