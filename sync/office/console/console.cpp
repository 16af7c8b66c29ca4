#include "sync/office/console/console.hpp"

#include "sync/complaints/tables.hpp"
#include "sync/office/answers.hpp"
#include "sync/office/console/approval_pages.hpp"
#include "sync/office/console/areas.hpp"
#include "sync/office/console/promotion_pages.hpp"
#include "sync/office/console/visit.hpp"
#include "sync/office/crypto.hpp"
#include "sync/office/doorway.hpp"
#include "sync/office/forms.hpp"
#include "sync/office/fulfilment.hpp"
#include "sync/office/projections/members.hpp"
#include "sync/office/projections/places.hpp"
#include "sync/office/promotions.hpp"

#include <fmt/format.h>

#include <array>
#include <optional>

namespace guitai::office {
namespace {

constexpr std::string_view session_cookie{"guitai_session"};

// The address of this very page in the other language.
std::string same_place_in(Language shown, std::string_view method, const Target& target)
{
    std::string place{fmt::format("?lang={}", shown == Language::chinese ? "en" : "zh_CN")};
    if (method != "GET") return place;
    for (const auto& [name, value] : target.query) {
        // What was just done is said once.
        const bool is_said{name == "lang" || name == "done" || name == "problem" || name == "n" || name == "refused"};
        if (!is_said) place += fmt::format("&{}={}", escaped(name), escaped(value));
    }
    return place;
}

Area first_area(Role role)
{
    for (const Area area : {Area::orders, Area::service, Area::sales}) {
        if (may_enter(role, area)) return area;
    }
    return Area::sales;
}

// An owner looks at the own shop; people of the head office at all of them.
PlaceCode store_seen(const Session& session)
{
    return session.role == Role::owner ? session.store : PlaceCode{};
}

// Pages that are one, whatever follows in the address is none of theirs.
template<PageData (*Make)(const PageMaker&)>
std::optional<Shown> one_page(const PageMaker& maker)
{
    if (!maker.part(0).empty()) return std::nullopt;
    return Shown{maker.target.path[1], Make(maker)};
}

using MakeArea = std::optional<Shown> (*)(const PageMaker&);
// In the order of `areas`.
constexpr std::array<MakeArea, areas.size()> makers{
    orders_area,      stock_area,  catalogue_area, one_page<promotions_page>, sales_area,
    market_area,      shops_area,  one_page<service_page>, complaints_area, one_page<calls_page>,
    one_page<approvals_page>, people_area,     audit_area,  one_page<privacy_page>};

} // namespace

void Console::handle(database::Connection& reads, const Request& request, const Target& target, Reply reply)
{
    Visit visit{reads, request, target, language_of(request, target), {}, {}, {}};
    visit.session = find_session(reads, cookie_of(request, session_cookie), m_clock.now_ms());
    if (request.method == "POST") visit.form = read_form(request);
    Response response{answer(visit)};
    finish_page(response, target, visit.language, "/console", Scripts::own);
    reply(std::move(response));
}

Response Console::answer(Visit& visit)
{
    const bool is_post{visit.request.method == "POST"};
    if (!is_post && visit.request.method != "GET") return sorry(visit, "console.not_found", 405);
    if (visit.part(1) == "assets") return asset(visit.part(2));
    if (visit.part(1) == "sign-in") return sign_in(visit);
    if (!visit.session) return is_post ? see_other("/console/sign-in") : sign_in(visit);
    if (is_post && !same_secret(field_of(visit.form, "form_token"), visit.session->form_token)) {
        return sorry(visit, "console.old_form", 403);
    }
    if (!m_pace.allows(visit.session->form_token, m_clock.now_ms())) return sorry(visit, "console.too_fast", 429);
    if (visit.part(1) == "sign-out" && is_post) return sign_out(visit);
    if (visit.part(1).empty()) return see_other(fmt::format("/console/{}", word_of(first_area(visit.session->role))));
    if (visit.part(1) == word_of(Area::promotions) && !visit.part(2).empty()) return offer(visit);
    return is_post ? act(visit) : area(visit);
}

// What a form asks for, by the area that it was sent to.
Response Console::act(Visit& visit)
{
    const auto wanted = area_called(visit.part(1));
    const bool of_photos{visit.part(2) == "photos"};
    if (wanted == Area::orders && of_photos) return finish_photos(visit);
    if (wanted == Area::orders && visit.part(2) == "bulk") return decide_many(visit);
    if (wanted == Area::orders && visit.part(2) == "packing") return scan_to_pack(visit);
    if (wanted == Area::orders) return decide(visit);
    if (wanted == Area::catalogue) return of_photos ? finish_photos(visit) : judge_catalogue(visit);
    if (wanted == Area::people) return change_staff(visit);
    if (wanted == Area::approvals) return answer_phone(visit);
    if (wanted == Area::service) return serve_member(visit);
    if (wanted == Area::complaints) return serve_complaint(visit);
    if (wanted == Area::privacy) return serve_privacy(visit);
    return sorry(visit, "console.not_found", 404);
}

Response Console::sign_in(Visit& visit)
{
    if (visit.request.method != "POST") {
        if (visit.session) return see_other("/console/");
        return show(visit, "sign_in", PageData{}.set("name", ""));
    }
    const std::string name{field_of(visit.form, "name")};
    const std::string pin{field_of(visit.form, "pin")};
    const auto again = [&](std::string problem, int status) {
        visit.problem = std::move(problem);
        return show(visit, "sign_in", PageData{}.set("name", name), status);
    };
    if (name.size() > name_bytes_max) return again(m_renderer.word(visit.language, "console.wrong_pin"), 403);
    const auto counted = write_now<Result<void>>(
        m_writing, [&](Office& office, const database::Transaction& open) { return count_try(office, open, name); });
    if (!counted) return again(m_renderer.word(visit.language, "console.busy"), 503);
    if (!*counted) {
        const Refusal& why{counted->error()};
        return again(fmt::format("{} {}", m_renderer.word(visit.language, why.code), why.detail), 429);
    }
    const auto person = recognise(visit.reads, name, pin);
    if (!person) return again(m_renderer.word(visit.language, person.error().code), 403);
    const auto begun = write_now<NewSession>(m_writing, [&](Office& office, const database::Transaction& open) {
        return begin_session(office, open, *person);
    });
    if (!begun) return again(m_renderer.word(visit.language, "console.busy"), 503);
    Response response{see_other("/console/")};
    response.headers.emplace_back(
        "Set-Cookie", fmt::format("{}={}; Path=/console; HttpOnly; SameSite=Strict; Max-Age={}{}", session_cookie,
                                  begun->key, session_valid_ms / 1'000, visit.request.encrypted ? "; Secure" : ""));
    return response;
}

Response Console::sign_out(Visit& visit)
{
    const std::string key{cookie_of(visit.request, session_cookie)};
    static_cast<void>(write_now<bool>(m_writing, [&](Office& office, const database::Transaction& open) {
        end_session(office, open, key);
        return true;
    }));
    Response response{see_other("/console/sign-in")};
    response.headers.emplace_back(
        "Set-Cookie", fmt::format("{}=; Path=/console; HttpOnly; SameSite=Strict; Max-Age=0", session_cookie));
    return response;
}

Response Console::area(Visit& visit)
{
    const auto wanted = area_called(visit.part(1));
    if (!wanted) return sorry(visit, "console.not_found", 404);
    if (!may_enter(visit.session->role, *wanted)) return sorry(visit, "console.not_allowed", 403);
    if (*wanted == Area::service && !note_reader(visit)) return sorry(visit, "console.busy", 503);
    auto shown = makers[static_cast<std::size_t>(*wanted)](maker_for(visit));
    if (!shown) return sorry(visit, "console.not_found", 404);
    return show(visit, shown->name, std::move(shown->data));
}

PageMaker Console::maker_for(const Visit& visit) const
{
    return {visit.reads,      m_renderer,
            visit.language,   visit.target,
            m_clock.now_ms(), store_seen(*visit.session),
            may_decide(visit.session->role),
            visit.session->role};
}

// POST /console/promotions/preview and …/import
Response Console::offer(Visit& visit)
{
    const Role role{visit.session->role};
    const std::string step{visit.part(2)};
    if ((step != "preview" && step != "import") || !visit.part(3).empty()) {
        return sorry(visit, "console.not_found", 404);
    }
    // Somebody who changes the language on the page of a result, or comes back to it later.
    if (visit.request.method != "POST") return see_other("/console/promotions");
    if (!may_enter(role, Area::promotions)) return sorry(visit, "console.not_allowed", 403);
    if (step == "preview") return show(visit, "promotions", preview_page(maker_for(visit), visit.form));
    if (!may_decide(role)) return sorry(visit, "console.not_allowed", 403);
    return put_in_force(visit);
}

Response Console::put_in_force(Visit& visit)
{
    const auto refused = [&](const Refusal& why, int status) {
        const PageMaker maker{maker_for(visit)};
        PageData page{promotions_page(maker, visit.form)};
        say_problem(maker, page, why);
        return show(visit, "promotions", std::move(page), status);
    };
    // Read here, so that the one writer has nothing to think about.
    const auto form = read_promotion_form(draft_in(visit.form));
    if (!form) return refused(form.error(), 422);
    const auto accepted =
        write_now<Result<Accepted>>(m_writing, [&](Office& office, const database::Transaction& open) {
            return set_promotions(office, open, *form, visit.session->staff.text);
        });
    if (!accepted) return refused({"console.busy", {}}, 503);
    if (!*accepted) return refused(accepted->error(), 422);
    return see_other(fmt::format("/console/promotions?done={}",
                                 **accepted == Accepted::in_force ? "in_force" : "nothing_new"));
}

// POST /console/approvals. The code stands on the answer only: nobody finds it again in an address.
Response Console::answer_phone(Visit& visit)
{
    if (!visit.part(2).empty()) return sorry(visit, "console.not_found", 404);
    const Session& session{*visit.session};
    if (!may_enter(session.role, Area::approvals)) return sorry(visit, "console.not_allowed", 403);
    const PageMaker maker{maker_for(visit)};
    const auto refused = [&](const Refusal& why, int status) {
        PageData page{approvals_page(maker, visit.form)};
        say_problem(maker, page, why);
        return show(visit, "approvals", std::move(page), status);
    };
    const auto call = call_in(visit.form);
    if (!call) return refused(call.error(), 422);
    const PhonePerson person{session.staff, session.role, store_seen(session)};
    const auto code = write_now<Result<std::string>>(
        m_writing, [&](Office& office, const database::Transaction& open) {
            return answer_call(office, open, *call, person);
        });
    if (!code) return refused({"console.busy", {}}, 503);
    if (!*code) return refused(code->error(), 422);
    PageData page{approvals_page(maker)};
    page.add("code").set("digits", grouped(**code));
    return show(visit, "approvals", std::move(page));
}

Response Console::asset(const std::string& name) const
{
    Response response;
    const std::string* text{m_renderer.asset(name)};
    if (!text) {
        response.status = 404;
        response.type = "text/plain; charset=utf-8";
        return response;
    }
    response.type = name.ends_with(".js") ? "text/javascript; charset=utf-8" : "text/css; charset=utf-8";
    response.headers.emplace_back("Cache-Control", "public, max-age=3600");
    response.body = *text;
    return response;
}

std::int64_t Console::count_to_check(const Visit& visit, Area area) const
{
    const PlaceCode store{store_seen(*visit.session)};
    if (area == Area::sales) return count_set_apart(visit.reads, store);
    return area == Area::complaints ? complaints::count_late(visit.reads, store, m_clock.now_ms()) : 0;
}

Response Console::show(const Visit& visit, const std::string& page, PageData data, int status) const
{
    data.when("signed_in", visit.session.has_value());
    data.set("other_language", same_place_in(visit.language, visit.request.method, visit.target));
    if (visit.session) {
        data.set("staff", visit.session->staff.text);
        data.set("role", m_renderer.word(visit.language, fmt::format("role.{}", word_of(visit.session->role))));
        data.set("form_token", visit.session->form_token);
        for (const Area area : areas) {
            if (!may_enter(visit.session->role, area)) continue;
            PageData& tab{data.add("areas")};
            tab.set("area", std::string{word_of(area)})
                .set("name", m_renderer.word(visit.language, fmt::format("area.{}", word_of(area))))
                .when("here", area_called(visit.part(1)) == area);
            // What somebody should look at shows on every page, or nobody ever looks.
            const std::int64_t to_check{count_to_check(visit, area)};
            const std::string_view what{area == Area::complaints ? "complaints.late" : "apart.title"};
            if (to_check == 0) continue;
            tab.add("to_check")
                .set("count", std::to_string(to_check))
                .set("hint", m_renderer.word(visit.language, what));
        }
    }
    if (!visit.problem.empty()) data.add("problem").set("text", visit.problem);
    Response response;
    response.status = status;
    response.type = "text/html; charset=utf-8";
    response.body = m_renderer.page(visit.language, page, std::move(data));
    return response;
}

Response Console::sorry(const Visit& visit, std::string_view key, int status) const
{
    return show(visit, "sorry", PageData{}.set("title", m_renderer.word(visit.language, key)), status);
}

} // namespace guitai::office
