// Complaints in the console: taken on a member's page, answered by the head office, and by owners for their shop.
#include "sync/office/projections/complaint_cases.hpp"
#include "tests/office/console_visitor.hpp"

using namespace guitai;
using namespace guitai::office;
using namespace guitai::office::tests;

namespace {

const MemberId her{"M1"};

struct Chain {
    explicit Chain(FreshOffice& office) : fresh{office}, visitor{office}
    {
        fresh.do_at(1, {enrolled(her, "13912345001")});
        const std::int64_t now{fresh.office->now_ms()};
        fresh.do_at(1, {ComplaintOpened{her, {{"C1-000001"}, ComplaintMatter::goods, "袖口<开线>", {}, now, {"S01"},
                                              {"王芳"}}}});
        hire(fresh, "赵总", Role::office);
        hire(fresh, "周总", Role::executive);
        hire(fresh, "陈店长", Role::owner);
    }
    std::string page(const std::string& target) { return visitor.get(target).body; }
    std::string answer(const std::string& complaint, const std::string& form)
    {
        const std::string target{"/console/complaints/" + complaint};
        const std::string token{token_in(page("/console/complaints"))};
        const auto response = visitor.post(target, "form_token=" + token + "&" + form);
        return response.status == 303 ? header_of(response, "Location") : std::to_string(response.status);
    }
    [[nodiscard]] std::vector<ComplaintCase> hers() const { return complaints_of(*fresh.connection, her); }

    FreshOffice& fresh;
    Visitor visitor;
};

} // namespace

TEST_CASE("the head office answers a complaint on its page, and is told what is wrong with an answer")
{
    on_each_engine([](FreshOffice& fresh) {
        Chain chain{fresh};
        chain.visitor.sign_in("赵总", "1357");
        const std::string list{chain.page("/console/complaints?lang=zh_CN")};
        CHECK(holds(list, "C1-000001"));
        CHECK(holds(list, "袖口&lt;开线&gt;"));
        CHECK(holds(list, "回电"));
        CHECK(chain.answer("C1-000001", "duty=call&words=ok") ==
              "/console/complaints/C1-000001?problem=complaint.perfunctory");
        CHECK(holds(chain.page("/console/complaints/C1-000001?problem=complaint.perfunctory&lang=zh_CN"), "太简短了"));
        CHECK(chain.answer("C1-000001", "duty=call&words=Called+and+apologised") ==
              "/console/complaints/C1-000001?done=answered");
        CHECK(holds(chain.page("/console/complaints/C1-000001"), "Called and apologised"));
        CHECK(next_duty(chain.hers()[0])->duty == ComplaintDuty::result);
        CHECK(chain.answer("C1-000001", "duty=nonsense&words=Called+and+apologised") == "404");
        CHECK(chain.answer("C7-000001", "duty=call&words=Called+and+apologised") == "404");
        CHECK(chain.visitor.get("/console/complaints/C7-000001").status == 404);
    });
}

TEST_CASE("late complaints have a page of their own, filed ones are searched")
{
    on_each_engine([](FreshOffice& fresh) {
        Chain chain{fresh};
        chain.visitor.sign_in("赵总", "1357");
        CHECK_FALSE(holds(chain.page("/console/complaints?state=late"), "C1-000001"));
        fresh.clock.at_ms += 25LL * 3'600'000;
        chain.visitor.sign_in("赵总", "1357");
        CHECK(holds(chain.page("/console/complaints?state=late"), "C1-000001"));
        CHECK(holds(chain.page("/console/orders"), "<span class=\"count\""));
        CHECK(chain.answer("C1-000001", "duty=result&words=Replaced+and+refunded").ends_with("answered"));
        CHECK(chain.answer("C1-000001", "duty=archive&words=Check+every+cuff+first").ends_with("answered"));
        CHECK_FALSE(holds(chain.page("/console/complaints?state=late"), "C1-000001"));
        CHECK(holds(chain.page("/console/complaints?state=closed&q=CUFF"), "C1-000001"));
        CHECK_FALSE(holds(chain.page("/console/complaints?state=closed&q=sleeve"), "C1-000001"));
    });
}

TEST_CASE("an owner answers complaints of the own shop alone, and an executive looks")
{
    on_each_engine([](FreshOffice& fresh) {
        Chain chain{fresh};
        chain.visitor.sign_in("赵总", "1357");
        const std::string token{token_in(chain.page("/console/service?q=M1"))};
        const std::string form{"form_token=" + token + "&member=M1&matter=service&about=Nobody+answers&once=5"};
        CHECK(header_of(chain.visitor.post("/console/complaints", form), "Location") ==
              "/console/service?q=M1&done=complained");
        CHECK(chain.hers().size() == 2);
        CHECK(holds(chain.page("/console/service?q=M1"), "Nobody answers"));

        chain.visitor.sign_in("陈店长", "1357");
        const std::string seen{chain.page("/console/complaints")};
        CHECK(holds(seen, "C1-000001"));
        CHECK_FALSE(holds(seen, "Nobody answers"));
        CHECK(chain.visitor.get("/console/complaints/C0-5").status == 404);
        CHECK(chain.answer("C0-5", "duty=call&words=Called+and+apologised") == "404");
        CHECK(chain.answer("C1-000001", "duty=call&words=Called+and+apologised").ends_with("answered"));

        chain.visitor.sign_in("赵总", "1357");
        CHECK(chain.answer("C0-5", "duty=result&words=Wrote+and+explained").ends_with("answered"));
        CHECK(chain.answer("C0-5", "duty=archive&words=Somebody+must+sit+there").ends_with("answered"));
        chain.visitor.sign_in("陈店长", "1357");
        const std::string learned{chain.page("/console/complaints?state=closed&q=sit")};
        CHECK(holds(learned, "Somebody must sit there")); // Of another's case the lesson, and nothing else.
        CHECK_FALSE(holds(learned, "Nobody answers"));
        CHECK_FALSE(holds(learned, "C0-5"));
        CHECK_FALSE(holds(chain.page("/console/complaints?state=closed&q=explained"), "Somebody must sit there"));

        chain.visitor.sign_in("周总", "1357");
        CHECK(holds(chain.page("/console/complaints?state=closed"), "C0-5"));
        CHECK(chain.answer("C0-5", "duty=call&words=Called+and+apologised") == "403");
    });
}
