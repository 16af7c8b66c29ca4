#include "sync/office/member_site/member_site.hpp"

#include "sync/events/order.hpp"
#include "sync/office/crypto.hpp"
#include "sync/office/doorway.hpp"
#include "sync/office/forms.hpp"
#include "sync/office/fulfilment.hpp"
#include "sync/office/member_news.hpp"
#include "sync/office/member_site/carry_lease.hpp"
#include "sync/office/member_site/own_page.hpp"
#include "sync/office/projections/members.hpp"
#include "sync/office/projections/orders.hpp"
#include "sync/office/projections/people.hpp"
#include "sync/office/projections/places.hpp"
#include "sync/office/projections/privacy.hpp"
#include "sync/qr/qr.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace guitai::office {
namespace {

constexpr std::string_view session_cookie{"guitai_member"};
constexpr std::size_t who_bytes_max{40};
constexpr std::size_t address_bytes_max{600};
// Takes as long to answer for somebody who does not exist.
constexpr std::string_view nobodys_hash{
    "$argon2id$v=19$m=65536,t=2,p=1$Z3VpdGFpIG5vYm9keSBhdA$2bT5p8kQ0yqV7o3wX1mJ6c9eR4uH8sL0nF5iD2aG7zE"};

std::string cookie_header(std::string_view key, std::int64_t valid_ms, bool encrypted)
{
    return fmt::format("{}={}; Path=/my; HttpOnly; SameSite=Strict; Max-Age={}{}", session_cookie, key,
                       valid_ms / 1'000, encrypted ? "; Secure" : "");
}

std::string way_to_lease(std::string_view question) { return fmt::format("/my/L/{}", question); }

// The dark modules as the path of a picture, run by run.
std::string path_of(const QrCode& code)
{
    std::string path;
    for (std::size_t y{0}; y < code.side; ++y) {
        for (std::size_t x{0}; x < code.side;) {
            std::size_t end{x};
            while (end < code.side && code.is_dark(end, y)) ++end;
            if (end > x) {
                path += fmt::format("M{} {}h{}v1h-{}z", x + qr_quiet_modules, y + qr_quiet_modules, end - x, end - x);
            }
            x = std::max(end, x + 1);
        }
    }
    return path;
}

} // namespace

struct MemberSite::Visit {
    database::Connection& reads;
    const Request& request;
    const Target& target; // Its first part is "my".
    Language language{Language::chinese};
    std::optional<MemberSession> session;
    Form form;

    [[nodiscard]] std::string part(std::size_t index) const
    {
        return index < target.path.size() ? target.path[index] : std::string{};
    }
};

void MemberSite::handle(database::Connection& reads, const Request& request, const Target& target, Reply reply)
{
    Visit visit{reads, request, target, language_of(request, target), {}, {}};
    visit.session = find_member_session(reads, cookie_of(request, session_cookie), m_clock.now_ms());
    if (request.method == "POST") visit.form = read_form(request);
    Response response{answer(visit)};
    finish_page(response, target, visit.language, "/my");
    // What she sees is hers alone: no cache between keeps it.
    response.headers.emplace_back("Cache-Control", "no-store");
    reply(std::move(response));
}

Response MemberSite::answer(Visit& visit)
{
    if (visit.request.method == "POST") return act(visit);
    if (visit.request.method != "GET") return show(visit, "my_sorry", {}, 405);
    if (visit.part(1) == "L") return lease_page(visit);
    if (!visit.part(1).empty()) return see_other("/my/");
    if (!visit.session) return show(visit, "my_sign_in", PageData{}.set("who", visit.target.value("who")));
    return her_page(visit);
}

Response MemberSite::act(Visit& visit)
{
    const std::string what{visit.part(1)};
    if (what == "sign-in") return sign_in(visit);
    if (!visit.session) return see_other("/my/");
    if (!same_secret(field_of(visit.form, "form_token"), visit.session->form_token)) {
        return show(visit, "my_sorry", {}, 403);
    }
    if (what == "sign-out") return sign_out(visit);
    if (what == "consent") return consent(visit);
    if (what == "password") return password(visit);
    if (what == "ask") return ask(visit);
    if (what == "address") return address(visit);
    if (what == "lease") return lease(visit);
    return show(visit, "my_sorry", {}, 404);
}

Result<MemberId> MemberSite::recognise(Visit& visit, const std::string& who, const std::string& password)
{
    const auto profile = who.size() > who_bytes_max ? std::nullopt : find_member(visit.reads, who);
    const auto known = profile ? password_of(visit.reads, profile->member) : std::nullopt;
    if (!known || known->hash.empty()) {
        static_cast<void>(pin_matches(nobodys_hash, password));
        return refuse("my.wrong");
    }
    const auto counted = write_now<Result<void>>(m_writing, [&](Office& office, const database::Transaction& open) {
        return count_password_try(office, open, profile->member);
    });
    if (!counted) return refuse("console.busy");
    if (!*counted) return refuse(counted->error());
    if (!pin_matches(known->hash, password)) return refuse("my.wrong");
    return profile->member;
}

Response MemberSite::sign_in(Visit& visit)
{
    const std::string who{field_of(visit.form, "who")};
    const std::string question{field_of(visit.form, "lease")}; // She came to fetch points for a till.
    const bool fetches{read_carried(carried_question_mark, question).has_value()};
    const auto member = recognise(visit, who, field_of(visit.form, "password"));
    const auto again = [&](const Refusal& why) {
        PageData page;
        page.set("lease", fetches ? question : std::string{});
        page.set("who", who.size() > who_bytes_max ? std::string{} : who);
        page.add("problem").set("text", fmt::format("{} {}", m_renderer.word(visit.language, why.code), why.detail));
        return show(visit, "my_sign_in", std::move(page), why.code == "password.locked" ? 429 : 403);
    };
    if (!member) return again(member.error());
    const auto begun =
        write_now<NewMemberSession>(m_writing, [&](Office& office, const database::Transaction& open) {
            return begin_member_session(office, open, *member);
        });
    if (!begun) return again({"console.busy", {}});
    Response response{see_other(fetches ? way_to_lease(question) : "/my/")};
    response.headers.emplace_back("Set-Cookie",
                                  cookie_header(begun->key, member_session_ms, visit.request.encrypted));
    return response;
}

Response MemberSite::sign_out(Visit& visit)
{
    const std::string key{cookie_of(visit.request, session_cookie)};
    static_cast<void>(write_now<bool>(m_writing, [&](Office& office, const database::Transaction& open) {
        end_member_session(office, open, key);
        return true;
    }));
    Response response{see_other("/my/")};
    response.headers.emplace_back("Set-Cookie", cookie_header({}, 0, visit.request.encrypted));
    return response;
}

Response MemberSite::back(std::string_view query) const { return see_other(fmt::format("/my/?{}", query)); }

Response MemberSite::refused(const Refusal& why) const
{
    return back(fmt::format("problem={}", escaped(why.code)));
}

// POST /my/consent
Response MemberSite::consent(Visit& visit)
{
    Consent said;
    const bool known{read_word(field_of(visit.form, "purpose"), said.purpose) &&
                     read_word(field_of(visit.form, "channel"), said.channel) &&
                     read_word(field_of(visit.form, "answer"), said.answer)};
    if (!known) return show(visit, "my_sorry", {}, 422);
    const auto done = write_now<Result<void>>(m_writing, [&](Office& office, const database::Transaction& open) {
        return answer_consent(office, open, visit.session->member, said);
    });
    if (!done) return refused({"console.busy", {}});
    return *done ? back("done=consent") : refused(done->error());
}

// POST /my/password
Response MemberSite::password(Visit& visit)
{
    const std::string fresh{field_of(visit.form, "password")};
    if (fresh != field_of(visit.form, "again")) return refused({"my.not_the_same", {}});
    const auto member = recognise(visit, visit.session->member.text, field_of(visit.form, "old_password"));
    if (!member) return refused(member.error());
    const std::string hash{hash_pin(fresh)}; // Slow: not while the one writer waits.
    const auto done = write_now<Result<void>>(m_writing, [&](Office& office, const database::Transaction& open) {
        return choose_password(office, open, *member, fresh, hash);
    });
    if (!done) return refused({"console.busy", {}});
    return *done ? back("done=password") : refused(done->error());
}

// POST /my/ask
Response MemberSite::ask(Visit& visit)
{
    PrivacyWish wish{};
    if (!read_word(field_of(visit.form, "wish"), wish)) return show(visit, "my_sorry", {}, 422);
    const auto done = write_now<bool>(m_writing, [&](Office& office, const database::Transaction& open) {
        office.say(open, PrivacyAsked{visit.session->member, wish, {}, {}});
        return true;
    });
    return done ? back("done=asked") : refused({"console.busy", {}});
}

// POST /my/address: of an order of hers that is not on its way yet.
Response MemberSite::address(Visit& visit)
{
    const OrderId order{field_of(visit.form, "order")};
    const std::string address{field_of(visit.form, "address")};
    const auto row = find_order(visit.reads, order);
    if (!row || row->placed.member != visit.session->member) return show(visit, "my_sorry", {}, 404);
    if (address.empty() || address.size() > address_bytes_max) return refused({"my.bad_address", {}});
    Recipient recipient{row->placed.recipient};
    recipient.address = address;
    const auto changed = write_now<bool>(m_writing, [&](Office& office, const database::Transaction& open) {
        const auto now = find_order(office.connection(), order);
        if (!now || !after(now->state, OrderStep::change_address)) return false;
        office.say(open, OrderAddressChanged{order, recipient});
        return true;
    });
    if (!changed) return refused({"console.busy", {}});
    return *changed ? back("done=address") : refused({"my.address_too_late", {}});
}

Response MemberSite::lease_page(const Visit& visit) const
{
    const std::string code{visit.part(2)};
    const auto carried = read_carried(carried_question_mark, code);
    const auto question = carried ? question_in(carried->words) : std::nullopt;
    if (!question) return show(visit, "my_sorry", {}, 404);
    // The code on the till says it all in capitals; what a browser keeps for /my it does not send there.
    if (visit.target.path.front() != "my") return see_other(way_to_lease(code));
    PageData page;
    page.set("other_language", fmt::format("{}?lang={}", way_to_lease(code),
                                           visit.language == Language::chinese ? "en" : "zh_CN"));
    if (!visit.session) return show(visit, "my_sign_in", std::move(page.set("who", {}).set("lease", code)));
    const auto till = find_till(visit.reads, question->till);
    const auto shop = till ? find_place(visit.reads, till->store) : std::nullopt;
    page.add("asked")
        .set("points", std::to_string(question->amount))
        .set("shop", shop ? shop->name : std::string{})
        .set("till", std::to_string(question->till))
        .set("form_token", visit.session->form_token)
        .set("question", code);
    return show(visit, "my_lease", std::move(page));
}

Response MemberSite::lease(Visit& visit)
{
    const std::string code{field_of(visit.form, "question")};
    const auto answer =
        write_now<Result<std::string>>(m_writing, [&](Office& office, const database::Transaction& open) {
            return carry_lease(office, open, visit.session->member, code);
        });
    if (!answer) return refused({"console.busy", {}});
    PageData page;
    if (!*answer) {
        const Refusal& why{answer->error()};
        const std::string& detail{why.code == "carried.not_enough" ? why.detail : std::string{}};
        page.add("problem").set("text", fmt::format("{} {}", m_renderer.word(visit.language, why.code), detail));
        return show(visit, "my_lease", std::move(page), 409);
    }
    const QrCode qr{qr_of(**answer)};
    page.add("answer")
        .set("side", std::to_string(qr.side + 2 * qr_quiet_modules))
        .set("path", path_of(qr))
        .set("code", **answer);
    return show(visit, "my_lease", std::move(page));
}

Response MemberSite::her_page(const Visit& visit) const
{
    const PageMaker maker{visit.reads, m_renderer, visit.language, visit.target, m_clock.now_ms(), {}, false};
    PageData page{own_page(maker, visit.session->member)};
    const std::string done{visit.target.value("done")};
    if (!done.empty()) page.add("notice").set("text", maker.word(fmt::format("my.done_{}", done)));
    const std::string problem{visit.target.value("problem")};
    if (!problem.empty()) page.add("problem").set("text", maker.word(problem));
    return show(visit, "my", std::move(page));
}

Response MemberSite::show(const Visit& visit, const std::string& page, PageData data, int status) const
{
    data.when("signed_in", visit.session.has_value());
    if (visit.session) data.set("form_token", visit.session->form_token);
    data.texts.try_emplace("other_language", visit.language == Language::chinese ? "/my/?lang=en" : "/my/?lang=zh_CN");
    Response response;
    response.status = status;
    response.type = "text/html; charset=utf-8";
    response.body = m_renderer.page(visit.language, page, std::move(data), "my_layout");
    return response;
}

} // namespace guitai::office
