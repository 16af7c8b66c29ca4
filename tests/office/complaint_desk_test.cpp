// Complaints at the head office: told to every till, taken and answered here too.
#include "sync/office/complaint_desk.hpp"

#include "sync/complaints/tables.hpp"
#include "sync/office/erasure.hpp"
#include "sync/office/projections/complaint_cases.hpp"
#include "tests/office/console_visitor.hpp"

using namespace guitai;
using namespace guitai::office;
using namespace guitai::office::tests;

namespace {

const MemberId her{"M1"};
constexpr std::int64_t day_ms{24LL * 3'600'000};

struct Desk {
    explicit Desk(FreshOffice& office) : fresh{office} { fresh.do_at(1, {enrolled(her, "13912345001")}); }

    std::string take(const std::string& once = "1", const PlaceCode& store = {}, const Sku& sku = {},
                     const MemberId& member = her)
    {
        return code_of([&](const database::Transaction& open) {
            return open_complaint(*fresh.office, open,
                                  {member, ComplaintMatter::service, "电话一直没人接", sku, store, once, {"赵总"}});
        });
    }
    std::string answer(const ComplaintId& complaint, ComplaintDuty duty, const std::string& words)
    {
        return code_of([&](const database::Transaction& open) {
            return answer_complaint(*fresh.office, open, complaint, duty, words, {"赵总"});
        });
    }
    [[nodiscard]] std::vector<ComplaintCase> hers() const { return complaints_of(*fresh.connection, her); }

    FreshOffice& fresh;

private:
    template<typename Work>
    std::string code_of(const Work& work)
    {
        database::Transaction open{*fresh.connection};
        const Result<void> done{work(open)};
        open.commit();
        return done ? "" : done.error().code;
    }
};

ComplaintOpened taken_at_till(std::int64_t opened_at_ms)
{
    return {her, {{"C1-000001"}, ComplaintMatter::goods, "袖口开线", {}, opened_at_ms, {"S01"}, {"王芳"}}};
}

} // namespace

TEST_CASE("what a till took is told to every till, and what was done for her, too")
{
    on_each_engine([](FreshOffice& fresh) {
        Desk desk{fresh};
        const std::int64_t now{fresh.office->now_ms()};
        fresh.do_at(1, {taken_at_till(now)});
        REQUIRE(fresh.news_of<ComplaintTold>().size() == 1);
        CHECK(fresh.news_of<ComplaintTold>()[0].complaint.about == "袖口开线");
        fresh.do_at(1, {ComplaintAnswered{
                           her, {"C1-000001"}, {ComplaintDuty::call, "电话里道了歉，她等结果", now, {"S01"}, {"王芳"}}}});
        REQUIRE(fresh.news_of<ComplaintAnswerTold>().size() == 1);
        REQUIRE(desk.hers().size() == 1);
        CHECK(next_duty(desk.hers()[0])->duty == ComplaintDuty::result);
    });
}

TEST_CASE("the head office takes a complaint once, however often the form comes")
{
    on_each_engine([](FreshOffice& fresh) {
        Desk desk{fresh};
        CHECK(desk.take().empty());
        CHECK(desk.take().empty());
        CHECK(fresh.news_of<ComplaintTold>().size() == 1);
        CHECK(desk.take("2").empty());
        CHECK(desk.hers().size() == 2);
    });
}

TEST_CASE("a complaint is taken for somebody who is known, and handed to a shop there is")
{
    on_each_engine([](FreshOffice& fresh) {
        Desk desk{fresh};
        CHECK(desk.take("1", {}, {}, {"M9"}) == "member.not_found");
        CHECK(desk.take("1", {"S77"}) == "complaint.unknown_shop");
        CHECK(desk.take("1", {}, {"NONE"}) == "complaint.unknown_sku");
        CHECK(desk.take("no code!") == "complaint.old_form");
        CHECK(desk.hers().empty());
    });
}

TEST_CASE("answers at the head office follow the same rules as at the counter")
{
    on_each_engine([](FreshOffice& fresh) {
        Desk desk{fresh};
        CHECK(desk.take().empty());
        const ComplaintId complaint{desk.hers()[0].complaint.complaint};
        CHECK(desk.answer({"C5-000001"}, ComplaintDuty::call, "电话里道了歉，她等结果") == "complaint.not_found");
        CHECK(desk.answer(complaint, ComplaintDuty::archive, "电话线路要有人值班") == "complaint.result_first");
        CHECK(desk.answer(complaint, ComplaintDuty::call, "好的") == "complaint.perfunctory");
        CHECK(desk.answer(complaint, ComplaintDuty::call, "电话里道了歉，她等结果").empty());
        CHECK(desk.answer(complaint, ComplaintDuty::result, "电话里道了歉，她等结果") == "complaint.copied");
        CHECK(desk.answer(complaint, ComplaintDuty::result, "写信说明了值班安排").empty());
        CHECK(desk.answer(complaint, ComplaintDuty::archive, "电话线路要有人值班").empty());
        CHECK_FALSE(next_duty(desk.hers()[0]));
    });
}

TEST_CASE("lists hold what is late, what is open, and what others can learn from")
{
    on_each_engine([](FreshOffice& fresh) {
        Desk desk{fresh};
        const std::int64_t now{fresh.office->now_ms()};
        fresh.do_at(1, {taken_at_till(now - 2 * day_ms)});
        CHECK(desk.take("2").empty());
        const auto listed = [&](complaints::Which which, const std::string& text = {},
                                std::optional<PlaceCode> store = {}) {
            std::vector<std::string> found;
            complaints::Wanted wanted;
            wanted.which = which;
            wanted.store = store;
            wanted.text = text;
            wanted.now_ms = now;
            for (const ComplaintCase& one : complaints::list(*fresh.connection, wanted)) {
                found.push_back(one.complaint.complaint.text);
            }
            return found;
        };
        using complaints::Which;
        CHECK(listed(Which::open) == std::vector<std::string>{"C1-000001", "C0-2"});
        CHECK(listed(Which::late) == std::vector<std::string>{"C1-000001"});
        CHECK(listed(Which::open, {}, PlaceCode{"S01"}) == std::vector<std::string>{"C1-000001"});
        CHECK(listed(Which::open, {}, PlaceCode{}) == std::vector<std::string>{"C0-2"});
        CHECK(desk.answer({"C1-000001"}, ComplaintDuty::result, "换了一件新的，运费退回").empty());
        CHECK(desk.answer({"C1-000001"}, ComplaintDuty::archive, "100% 的袖口都要先检查").empty());
        CHECK(listed(Which::closed, "先检查") == std::vector<std::string>{"C1-000001"});
        CHECK(listed(Which::closed, "100%") == std::vector<std::string>{"C1-000001"});
        CHECK(listed(Which::closed, "1_0%").empty());
        CHECK(listed(Which::closed, "没有这样的话").empty());
        CHECK(listed(Which::open) == std::vector<std::string>{"C0-2"});
    });
}

TEST_CASE("a complaint with a day that nobody can count from is set aside")
{
    on_each_engine([](FreshOffice& fresh) {
        Desk desk{fresh};
        fresh.do_at(1, {taken_at_till(std::numeric_limits<std::int64_t>::max())});
        CHECK(desk.hers().empty());
    });
}

TEST_CASE("nothing of her complaints stays at the head office once she is erased")
{
    on_each_engine([](FreshOffice& fresh) {
        Desk desk{fresh};
        fresh.do_at(1, {taken_at_till(fresh.office->now_ms())});
        CHECK(desk.answer({"C1-000001"}, ComplaintDuty::call, "电话里道了歉，她等结果").empty());
        {
            database::Transaction open{*fresh.connection};
            REQUIRE(erase_member(*fresh.office, open, her, {{"隐私专员"}, Role::privacy}));
            open.commit();
        }
        CHECK(desk.hers().empty());
        CHECK(fresh.news_of<ComplaintTold>()[0].complaint.about.empty());
        CHECK(fresh.news_of<ComplaintAnswerTold>()[0].answer.words.empty());
        CHECK(desk.take("3") == "member.not_found");
    });
}
