#include "terminal/device/card_lines.hpp"

#include <nlohmann/json.hpp>

#include <array>
#include <utility>

namespace guitai {
namespace {

using Json = nlohmann::json;

std::string_view word_of_question(CardQuestion question)
{
    switch (question) {
    case CardQuestion::ask: return "ask";
    case CardQuestion::look_up: return "look_up";
    case CardQuestion::give_back: break;
    }
    return "give_back";
}

std::optional<CardNews> news_of(std::string_view state)
{
    constexpr std::array<std::pair<std::string_view, CardNews>, 5> states{{{"approved", CardNews::approved},
                                                                           {"declined", CardNews::declined},
                                                                           {"given_back", CardNews::given_back},
                                                                           {"waiting", CardNews::waiting},
                                                                           {"unknown", CardNews::unknown}}};
    for (const auto& [word, news] : states) {
        if (word == state) return news;
    }
    return std::nullopt;
}

std::string text_in(const Json& object, const char* name)
{
    const auto found = object.find(name);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string{};
}

} // namespace

std::string card_line(CardQuestion question, std::string_view key, Money amount)
{
    Json object{{"do", word_of_question(question)}, {"key", key}};
    if (question == CardQuestion::ask) {
        object["amount_minor"] = amount.minor();
        object["currency"] = "CNY";
    }
    return object.dump() + "\n";
}

std::optional<HearCard> read_card_line(CardQuestion question, std::string_view key, std::string_view line)
{
    if (line.size() > card_line_bytes_max) return std::nullopt;
    const Json object = Json::parse(line, nullptr, false);
    if (!object.is_object() || text_in(object, "key") != key) return std::nullopt;
    const auto news = news_of(text_in(object, "state"));
    if (!news) return std::nullopt;
    HearCard heard;
    heard.key = key;
    heard.question = question;
    heard.news = *news;
    heard.reference = text_in(object, "reference");
    const auto amount = object.find("amount_minor");
    if (amount != object.end() && amount->is_number_integer()) {
        heard.amount = Money::from_minor(amount->get<std::int64_t>());
    }
    return heard;
}

} // namespace guitai
