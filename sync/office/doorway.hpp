// What every page for people has at its door: cookies, the language, headers that keep other sites out, and writing
// that is waited for.
#pragma once

#include "sync/office/console/renderer.hpp"
#include "sync/office/http.hpp"
#include "sync/office/writer.hpp"

#include <functional>
#include <future>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace guitai::office {

inline constexpr std::string_view language_cookie{"guitai_language"};

// Empty where the browser has none of that name.
[[nodiscard]] std::string cookie_of(const Request& request, std::string_view name);

// What the address asks for, or else the cookie, or else the browser.
[[nodiscard]] Language language_of(const Request& request, const Target& target);

// none: the pages run no script; own: they may run the files of their own address, and none that stands in a page.
enum class Scripts { none, own };

// Keeps the language that the address asked for below `path`, and lets no frame and nothing from elsewhere in.
void finish_page(Response& response, const Target& target, Language language, std::string_view path,
                 Scripts scripts = Scripts::none);

// People are few and may wait a commit long on a reader thread; the API never does. Nothing: the machine is busy.
template<typename Answer>
std::optional<Answer> write_now(Writing& writing,
                                const std::function<Answer(Office&, const database::Transaction&)>& work)
{
    const auto promise = std::make_shared<std::promise<std::optional<Answer>>>();
    auto future = promise->get_future();
    writing.submit(
        [promise, work](Office& office, const database::Transaction& open) -> Writing::Told {
            const auto answer = std::make_shared<Answer>(work(office, open));
            return [promise, answer] { promise->set_value(std::move(*answer)); };
        },
        [promise](const std::string&) { promise->set_value(std::nullopt); });
    return future.get();
}

} // namespace guitai::office
