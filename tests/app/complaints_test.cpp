// Complaints at the counter, on the till's own books.
#include "sync/events/time.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/points_counter.hpp"

using namespace guitai;
using test::Office;
using test::PointsCounter;

namespace {

constexpr std::int64_t hour_ms{3'600'000};

struct Shop : PointsCounter {
    Shop() { must(AttachMember{"13800000001"}); }

    const std::vector<ComplaintView>& hers() { return view().cart.member->complaints; }
    ComplaintId open(const std::string& about = "袖口开线，穿了两次")
    {
        must(OpenComplaint{"", ComplaintMatter::goods, about, {}});
        return all<ComplaintOpened>().back().complaint.complaint;
    }
    std::string answer(const ComplaintId& complaint, ComplaintDuty duty, const std::string& words)
    {
        return refusal(AnswerComplaint{complaint, duty, words});
    }
};

} // namespace

TEST_CASE("a complaint is on her page at once, with what is to be done next and by when")
{
    Shop shop;
    const ComplaintId complaint{shop.open()};
    CHECK(complaint.text == "C71-000001");
    REQUIRE(shop.hers().size() == 1);
    REQUIRE(shop.hers()[0].next);
    CHECK(shop.hers()[0].next->duty == ComplaintDuty::call);
    CHECK(shop.hers()[0].next->due_at_ms == shop.books.clock.at_ms / 60'000 * 60'000 + 24 * hour_ms);
    CHECK_FALSE(shop.hers()[0].late);
    CHECK(shop.view().complaints.size() == 1);
    CHECK(shop.view().complaints[0].member_name == "林晓梅");
    const ComplaintOpened told{shop.all<ComplaintOpened>().front()};
    CHECK(told.member.text == "M1");
    CHECK(told.complaint.about == "袖口开线，穿了两次");
    CHECK(told.complaint.store.text == "S01");
    CHECK(told.complaint.staff.text == "王芳");
}

TEST_CASE("while another member is served her complaint is on her own page")
{
    Shop shop;
    shop.books.told(MemberSet{test::member("M2", "13800000002", "单志强"), 0, 0});
    shop.must(OpenComplaint{"13800000002", ComplaintMatter::service, "试衣间排队太久", {}});
    CHECK(shop.hers().empty());
    REQUIRE(shop.view().member);
    CHECK(shop.view().member->profile.member.text == "M2");
    CHECK(shop.view().member->complaints.size() == 1);
    CHECK(shop.view().cart.member->profile.member.text == "M1");
}

TEST_CASE("each answer brings the next duty, and the filed case is on no list any more")
{
    Shop shop;
    const ComplaintId complaint{shop.open()};
    CHECK(shop.answer(complaint, ComplaintDuty::archive, "这批袖口都要先检查再上架") == "complaint.result_first");
    CHECK(shop.answer(complaint, ComplaintDuty::call, "电话里道了歉，她等结果").empty());
    CHECK(shop.hers()[0].next->duty == ComplaintDuty::result);
    CHECK(shop.answer(complaint, ComplaintDuty::result, "换了一件新的，运费退回").empty());
    CHECK(shop.answer(complaint, ComplaintDuty::visit, "她说不用上门，谢谢了").empty());
    CHECK(shop.answer(complaint, ComplaintDuty::archive, "这批袖口都要先检查再上架").empty());
    CHECK_FALSE(shop.hers()[0].next);
    CHECK(shop.view().complaints.empty());
    CHECK(shop.answer(complaint, ComplaintDuty::call, "又打了一次电话给她") == "complaint.closed");
}

TEST_CASE("what a person wrote last is not taken again for another member's complaint")
{
    Shop shop;
    const ComplaintId first{shop.open("袖口开线，穿了两次")};
    const ComplaintId second{shop.open("店员态度不好，等了很久")};
    CHECK(shop.answer(first, ComplaintDuty::call, "电话里道了歉，她等结果").empty());
    CHECK(shop.answer(second, ComplaintDuty::call, "电话里道了歉，她等结果") == "complaint.copied");
    CHECK(shop.answer(second, ComplaintDuty::call, "电话里解释了当天人手不够").empty());
}

TEST_CASE("the day's report counts what is due before it ends and what is late")
{
    Shop shop;
    (void)shop.open();
    shop.must(TakeXReport{});
    CHECK(shop.view().close.report->complaints.due == 0);
    shop.books.clock.at_ms += 24 * hour_ms;
    shop.must(TakeXReport{});
    CHECK(shop.view().close.report->complaints.due == 1);
    CHECK(shop.view().close.report->complaints.late == 0);
    shop.books.clock.at_ms += 60'000;
    shop.must(TakeXReport{});
    CHECK(shop.view().close.report->complaints.late == 1);
    CHECK(shop.view().close.report->text.find("paper.complaints_late") != std::string::npos);
    shop.must(ListComplaints{});
    CHECK(shop.view().complaints[0].late);
}

TEST_CASE("a complaint asks for a member, for words, and for goods that are known")
{
    Shop shop;
    CHECK(shop.refusal(OpenComplaint{"13899999999", ComplaintMatter::goods, "袖口开线", {}}) == "member.not_found");
    CHECK(shop.refusal(OpenComplaint{"", ComplaintMatter::goods, "", {}}) == "complaint.empty");
    CHECK(shop.refusal(OpenComplaint{"", ComplaintMatter::goods, "袖口开线", {"NONE"}}) == "cart.unknown_sku");
    CHECK(shop.refusal(AnswerComplaint{{"C9-000001"}, ComplaintDuty::call, "电话里道了歉，她等结果"}) ==
          "complaint.not_found");
    shop.must(OpenComplaint{"", ComplaintMatter::goods, "袖口开线", {"PS01"}});
    CHECK_FALSE(shop.view().complaints.front().goods.empty());
    shop.must(DetachMember{});
    CHECK(shop.refusal(OpenComplaint{"", ComplaintMatter::goods, "袖口开线", {}}) == "member.not_attached");
}

TEST_CASE("what another shop took is on her page and not on this shop's list")
{
    Shop shop;
    const Complaint elsewhere{{"C9-000004"}, ComplaintMatter::delivery, "晚到了三天", {}, shop.books.clock.at_ms,
                              {"S02"}, {"李明"}};
    shop.line.tell(ComplaintTold{{"M1"}, elsewhere, 9, 4});
    shop.must(ListComplaints{});
    CHECK(shop.view().complaints.empty());
    REQUIRE(shop.hers().size() == 1);
    CHECK(shop.answer({"C9-000004"}, ComplaintDuty::call, "代人民路店打了电话").empty());
    // The other shop had called her before; this till had not heard of it.
    const ComplaintAnswer before{ComplaintDuty::call, "已经打过电话道歉了", 1'000, {"S02"}, {"李明"}};
    shop.line.tell(ComplaintAnswerTold{{"M1"}, {"C9-000004"}, before, 9, 5});
    shop.must(ListComplaints{});
    CHECK(shop.hers()[0].what.answer_to(ComplaintDuty::call)->staff.text == "李明");
}

TEST_CASE("behind her lock only what is still promised is seen")
{
    Shop shop;
    const ComplaintId filed{shop.open("袖口开线，穿了两次")};
    CHECK(shop.answer(filed, ComplaintDuty::result, "换了一件新的，运费退回").empty());
    CHECK(shop.answer(filed, ComplaintDuty::archive, "这批袖口都要先检查再上架").empty());
    (void)shop.open("店员态度不好，等了很久");
    CHECK(shop.hers().size() == 2);
    shop.line.tell(PasswordTold{{"M1"}, {"hash of 271828", 1'000}, 0, 0});
    shop.must(ListComplaints{});
    REQUIRE(shop.hers().size() == 1);
    CHECK(shop.hers()[0].next);
}

TEST_CASE("nothing of a complaint stays of a member who was erased")
{
    Shop shop;
    (void)shop.open();
    shop.must(DetachMember{});
    shop.line.tell(MemberErased{{"M1"}, {"隐私专员"}});
    shop.must(ListComplaints{});
    CHECK(shop.view().complaints.empty());
    CHECK_FALSE(shop.books.store().complaints().find({"C71-000001"}));
}
